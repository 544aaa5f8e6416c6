using Readout.Evaluation;
using Readout.Records;
using Readout.Sources.Files;
using Xunit.Abstractions;

namespace Readout.Tests.Evaluation;

/// <summary>The engine against the records that were made by hand for the invented reports in samples/.</summary>
public sealed class SampleRecordsTests(ITestOutputHelper output)
{
    [Fact]
    public void No_layer_falls_below_its_floor()
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        var scorer = new RecordScorer();
        string samples = Path.Combine(Repository.Root, "samples");
        foreach (string path in Directory.EnumerateFiles(Path.Combine(samples, "expected"), "*.json").Order(StringComparer.Ordinal))
        {
            ReportRecord expected = RecordJson.Read(File.ReadAllText(path));
            scorer.Add(expected, Read(reader, Path.Combine(samples, Path.GetFileNameWithoutExtension(path) + ".txt")));
        }

        foreach ((string layer, Score score) in scorer.Scores)
        {
            output.WriteLine(FormattableString.Invariant($"{layer,-26} P {score.Precision:0.000} R {score.Recall:0.000} F1 {score.F1:0.000} ({score.Matched}/{score.Expected}/{score.Actual})"));
        }

        Floors.Hold("samples", scorer.Scores.ToDictionary(one => one.Key, one => one.Value.F1));
    }

    private static ReportRecord Read(Reader reader, string path)
    {
        RawReport raw = new ReportFiles().Enumerate([path]).Single();
        return RecordBuilder.Build(reader.Read(ReportFiles.Decode(raw, ReportDefaults.None).Report!));
    }
}
