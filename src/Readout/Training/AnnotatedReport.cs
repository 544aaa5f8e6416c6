using System.Text.Json;
using Readout.Evaluation;
using Readout.Events;
using Readout.Records;

namespace Readout.Training;

/// <summary>A report read as far as the statements, with its annotation.</summary>
internal sealed class AnnotatedReport
{
    private AnnotatedReport(JsonElement line, Document document)
    {
        Line = line;
        Document = document;
        Index = new SceneIndex(new Scene
        {
            Report = document.Report,
            Parse = document.Parse,
            Boilerplate = document.Boilerplate,
            Mentions = document.Mentions,
            Actors = document.Actors,
            Times = document.Times,
            Places = document.Places,
        });
        View = new StatementView(Index, document.Statements);
        Actors = [.. RecordBuilder.Build(document).Actors];
        Hash = FeatureHash.Of(0, StandoffFile.Document(line));
        Fold = (int)(Hash % Folds);
    }

    /// <summary>Number of parts for cross-validation.</summary>
    public const int Folds = 5;

    /// <summary>The annotation.</summary>
    public JsonElement Line { get; }

    public Document Document { get; }

    public SceneIndex Index { get; }

    public StatementView View { get; }

    /// <summary>Records of the actors, by index.</summary>
    public ActorRecord[] Actors { get; }

    /// <summary>Hash of its name, from which parts for cross-validation follow.</summary>
    public ulong Hash { get; }

    /// <summary>Part that the report belongs to, by its name: 0 to 4.</summary>
    public int Fold { get; }

    /// <summary>Reads the annotated reports of a part.</summary>
    public static List<AnnotatedReport> Read(Reader reader, string annotations, string corpus, string part)
    {
        List<JsonElement> lines = StandoffFile.Read(annotations, part);
        IReadOnlyDictionary<string, Text.Report> reports = NewswireCorpus.Read(corpus, [.. lines.Select(StandoffFile.Document)]);
        return [.. lines.Select(line => new AnnotatedReport(line, reader.Read(reports[StandoffFile.Document(line)])))];
    }
}
