using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Records;

namespace Readout.Evaluation;

/// <summary>
/// How far two annotators of the same reports agree in one layer, by the rules that score the engine, and how the engine does against
/// each of them, against what both marked and against what either marked (docs/guidelines/agreement.md). Not thread-safe.
/// </summary>
/// <param name="layer"><c>events</c>, <c>meetings</c> or <c>commitments</c>.</param>
public sealed class AgreementScorer(string layer)
{
    private readonly NewswireScorer _second = new();
    private readonly NewswireScorer _first = new();
    private readonly SortedDictionary<string, Score> _classes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Score> _words = new(StringComparer.Ordinal);
    private readonly (string Name, NewswireScorer Scorer)[] _engine =
        [("the first annotator", new()), ("the second annotator", new()), ("what both marked", new()), ("what either marked", new())];

    // What tells the classes of a layer apart.
    private readonly string _field = layer switch
    {
        "events" => "type",
        "meetings" => "status",
        "commitments" => "kind",
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "expected events, meetings or commitments"),
    };

    /// <summary>Groups of scores: one annotator against the other both ways, by class, by words alone, and the engine against them.</summary>
    public IEnumerable<(string Group, string Name, Score Score)> Scores =>
    [
        .. _second.Scores.Select(one => ("second annotator against the first", one.Key, one.Value)),
        .. _first.Scores.Select(one => ("first annotator against the second", one.Key, one.Value)),
        .. _classes.Select(one => ($"second against the first, by {_field}", one.Key, one.Value)),
        .. _words.Select(one => ("marked words that overlap", one.Key, one.Value)),
        .. _engine.SelectMany(against => against.Scorer.Scores.Select(one => ($"engine against {against.Name}", one.Key, one.Value))),
    ];

    /// <summary>One line for each fact of which the annotators differ, the first's as the wanted one.</summary>
    public IReadOnlyList<string> Misses => _second.Misses;

    /// <summary>Scores the reports that both files annotate.</summary>
    /// <param name="files">Standoff files of the two.</param>
    /// <param name="part">Part of the annotations; null for all.</param>
    /// <param name="corpus">The newswire corpus file.</param>
    /// <param name="read">The engine.</param>
    /// <exception cref="InvalidDataException">A file is malformed, or the first annotator has not marked a report of the second.</exception>
    public void Run((string First, string Second) files, string? part, string corpus, Func<Text.Report, ReportRecord> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Dictionary<string, JsonElement> first = StandoffFile.Read(files.First, part: null).ToDictionary(StandoffFile.Document, StringComparer.Ordinal);
        List<JsonElement> second = StandoffFile.Read(files.Second, part);
        IReadOnlyDictionary<string, Text.Report> reports = NewswireCorpus.Read(corpus, [.. second.Select(StandoffFile.Document)]);
        foreach (JsonElement line in second)
        {
            string document = StandoffFile.Document(line);
            Add(first.TryGetValue(document, out JsonElement other) ? other : throw new InvalidDataException($"{files.First}: no report '{document}'"), line, read(reports[document]));
        }
    }

    /// <summary>Scores one report.</summary>
    /// <param name="first">Line of the first annotator.</param>
    /// <param name="second">Line of the second.</param>
    /// <param name="read">What the engine read in the report.</param>
    internal void Add(JsonElement first, JsonElement second, ReportRecord read)
    {
        ReportRecord found = AnnotatedRecord.Of(second, read);
        _second.Add(first, found);
        _first.Add(second, AnnotatedRecord.Of(first, read));
        AddClasses(first, second, read);
        AddWords(Items(first), Items(second));

        Dictionary<string, ActorRecord> actors = found.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        List<(int Wanted, int Found)> pairs = NewswireScorer.Pairs(layer, Items(first), found, actors);
        HashSet<int> inFirst = [.. pairs.Select(pair => pair.Wanted)];
        HashSet<int> inSecond = [.. pairs.Select(pair => pair.Found)];
        _engine[0].Scorer.Add(first, read);
        _engine[1].Scorer.Add(second, read);
        _engine[2].Scorer.Add(Line(first, Items(first).Where((_, at) => inFirst.Contains(at))), read);
        _engine[3].Scorer.Add(Line(first, [.. Items(first), .. Items(second).Where((_, at) => !inSecond.Contains(at))]), read);
    }

    private JsonElement[] Items(JsonElement line) => [.. line.GetProperty(layer).EnumerateArray()];

    private JsonElement Line(JsonElement like, IEnumerable<JsonElement> items)
    {
        var line = new JsonObject
        {
            ["document"] = StandoffFile.Document(like),
            ["part"] = StandoffFile.Text(like, "part"),
            [layer] = new JsonArray([.. items.Select(item => JsonNode.Parse(item.GetRawText()))]),
        };
        return JsonDocument.Parse(line.ToJsonString()).RootElement;
    }

    // Facts of one class alone on both sides: right where both give it that class.
    private void AddClasses(JsonElement first, JsonElement second, ReportRecord read)
    {
        foreach (string name in Items(first).Concat(Items(second)).Select(item => StandoffFile.Text(item, _field)!).Distinct(StringComparer.Ordinal))
        {
            var scorer = new NewswireScorer();
            scorer.Add(Line(first, Items(first).Where(IsOne)), AnnotatedRecord.Of(Line(second, Items(second).Where(IsOne)), read));
            _classes[name] = _classes.GetValueOrDefault(name) + scorer.Scores[layer];

            bool IsOne(JsonElement item) => StandoffFile.Text(item, _field) == name;
        }
    }

    // Whether the annotators stop at the same words, whatever they say of them, and how often they then give the same class.
    private void AddWords(JsonElement[] first, JsonElement[] second)
    {
        List<(int Wanted, int Found)> pairs = NewswireScorer.Pair(first.Length, second.Length, (w, f) => Spans(first[w]).Any(a => Spans(second[f]).Any(b => a.Start < b.End && b.Start < a.End))
            ? 1 + (SameClass(w, f) ? 1 : 0)
            : 0);
        _words[layer] = _words.GetValueOrDefault(layer) + new Score(pairs.Count, first.Length, second.Length);
        _words[$"{layer}.{_field}"] = _words.GetValueOrDefault($"{layer}.{_field}") + new Score(pairs.Count(pair => SameClass(pair.Wanted, pair.Found)), pairs.Count, pairs.Count);

        bool SameClass(int w, int f) => StandoffFile.Text(first[w], _field) == StandoffFile.Text(second[f], _field);
    }

    private static IEnumerable<(int Start, int End)> Spans(JsonElement item) => item.TryGetProperty("evidence", out JsonElement evidence)
        ? evidence.EnumerateArray().Select(span => (span[0].GetInt32(), span[1].GetInt32()))
        : [(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32())];
}
