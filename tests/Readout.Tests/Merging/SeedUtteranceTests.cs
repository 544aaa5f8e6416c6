using Readout.Attribution;
using Readout.Merging;
using Readout.Records;
using Readout.Text;

namespace Readout.Tests.Merging;

/// <summary>The two reports that the project began from; nothing was tuned on them.</summary>
public sealed class SeedUtteranceTests
{
    [CorpusFact("seeds")]
    public void The_exercises_quotation_is_one_utterance_and_two_other_sentences_stay_two()
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        var clusters = new UtteranceClusters(UtteranceScorer.Load(Reader.DefaultDataDirectory));
        var contents = new List<string>();
        foreach (string file in Directory.GetFiles(Repository.Seeds!, "*.txt").Order(StringComparer.Ordinal))
        {
            ReportRecord record = RecordBuilder.Build(reader.Read(new Report { Id = file, Text = File.ReadAllText(file), Published = "2022-12-20" }));
            Dictionary<string, string> names = record.Actors.ToDictionary(actor => actor.Id, actor => actor.Name, StringComparer.Ordinal);
            foreach (StatementRecord statement in record.Statements)
            {
                contents.Add(string.Join(' ', statement.Content.Select(span => span.Text)));
                clusters.Add(new Wording
                {
                    Content = contents[^1],
                    Speakers = [.. statement.Speakers.Where(speaker => speaker.Actor is not null).Select(speaker => names[speaker.Actor!])],
                    Day = new DateOnly(2022, 12, 20),
                    IsDirect = statement.Form == StatementForm.Direct,
                });
            }
        }

        int Cluster(string words) => clusters.ClusterOf(contents.FindIndex(content => content.Contains(words, StringComparison.Ordinal)));
        Assert.Equal(Cluster("constant joint military exercises"), Cluster("will continue to hold constant military exercises"));
        Assert.Equal(Cluster("constant joint military exercises"), Cluster("to take all the necessary measures together"));
        Assert.NotEqual(Cluster("We will not annex Minsk"), Cluster("absorbing"));
    }
}
