using Readout.Attribution;
using Readout.Corpora;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>
/// Scores statements read from raw text against annotated attributions: roles and whole triples, exact and by overlap, by form and by type
/// of source. Statements are matched one to one; a source that several statements share counts for the first, as PolNeAR annotates it.
/// Not thread-safe.
/// </summary>
public sealed class AttributionScorer
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\"“”«»„");

    private readonly SortedDictionary<string, Score> _scores = new(StringComparer.Ordinal);
    private const int FewestOfClass = 10;
    private const double PriorWeight = 5;

    private readonly List<int> _articles = [];
    private readonly List<(double Confidence, bool Right, string Evidence)> _judged = [];

    /// <summary>Scores so far, by a name such as <c>triple exact</c> or <c>triple overlap direct</c>.</summary>
    public IReadOnlyDictionary<string, Score> Scores => _scores;

    /// <summary>Each statement read so far: its confidence, and whether its source and content overlap an annotation's.</summary>
    public IReadOnlyList<(double Confidence, bool Right, string Evidence)> Judged => _judged;

    /// <summary>Confidence under which statements are left out by default: the classes under it are right in two of five cases at most. Chosen on PolNeAR dev.</summary>
    public const double LeastConfidence = 0.45;

    /// <summary>Statements of less confidence are left out of the scores, though not of <see cref="Judged"/>.</summary>
    public double Least { get; init; } = LeastConfidence;

    /// <summary>Adds one article.</summary>
    /// <param name="gold">The annotated article.</param>
    /// <param name="read">What the engine read in it.</param>
    /// <param name="statements">The statements to score: those of the document, or all attributions (<see cref="AllAttributions"/>).</param>
    public void Add(AttributionDocument gold, Document read, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(statements);
        _articles.Add(_judged.Count);
        var letters = new LetterMap(gold.Text);
        StatementTriple[] wanted = [.. gold.Attributions.Select(attribution => Triple(attribution, gold.Text, letters))];
        StatementTriple[] found = Found(gold.Text, statements, letters);
        StatementTriple[] all = found;
        found = [.. found.Where(triple => triple.Confidence >= Least)];
        AddRoles(wanted, found);
        foreach (bool exact in (ReadOnlySpan<bool>)[true, false])
        {
            bool[] matchedFound = Match(wanted, found, exact, out bool[] matchedWanted);
            string name = exact ? "triple exact" : "triple overlap";
            Count(name, wanted, found, (matchedWanted, matchedFound), null);
            foreach (string form in (ReadOnlySpan<string>)["direct", "indirect", "mixed"])
            {
                Count($"{name} {form}", wanted, found, (matchedWanted, matchedFound), triple => triple.Form == form);
            }

            foreach (string type in (ReadOnlySpan<string>)["name", "pronoun", "description", "none"])
            {
                Count($"{name} source {type}", wanted, found, (matchedWanted, matchedFound), triple => triple.SourceType == type);
            }
        }

        foreach (StatementTriple triple in all)
        {
            bool right = wanted.Any(other => LetterMap.Common(triple.Content, other.Content) * 2 > Math.Min(Size(triple.Content), Size(other.Content))
                && (LetterMap.Common(triple.Source, other.Source) > 0 || (other.Source.Count == 0 && (triple.Source.Count == 0 || triple.Reason.Contains("/shared/", StringComparison.Ordinal)))));
            _judged.Add((triple.Confidence, right, triple.Reason));
        }
    }

    /// <summary>All attributions of a document as PolNeAR annotates them: wider than the record's statements.</summary>
    public static IReadOnlyList<Statement> AllAttributions(AttributionFinder finder, Document document)
    {
        ArgumentNullException.ThrowIfNull(finder);
        ArgumentNullException.ThrowIfNull(document);
        return finder.Find(
            new Scene
            {
                Report = document.Report,
                Parse = document.Parse,
                Boilerplate = document.Boilerplate,
                Mentions = document.Mentions,
                Actors = document.Actors,
                Times = document.Times,
                Places = document.Places,
            },
            isRecord: false);
    }

    /// <summary>Number of judged statements before each article.</summary>
    public IReadOnlyList<int> Articles => _articles;

    /// <summary>
    /// The confidence table: the rate of each class of evidence with ten statements or more and of what its classes have in common, drawn
    /// towards the rate of the next wider class by the weight of five statements.
    /// </summary>
    public static string Calibrate(IReadOnlyList<(double Confidence, bool Right, string Evidence)> judged)
    {
        var counts = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        foreach ((double _, bool right, string evidence) in judged)
        {
            for (string key = evidence; ; key = key.Contains('/', StringComparison.Ordinal) ? key[..key.LastIndexOf('/')] : "")
            {
                (int rightBefore, int all) = counts.GetValueOrDefault(key);
                counts[key] = (rightBefore + (right ? 1 : 0), all + 1);
                if (key.Length == 0)
                {
                    break;
                }
            }
        }

        var rates = new Dictionary<string, double>(StringComparer.Ordinal) { [""] = (double)counts[""].Right / counts[""].All };
        var table = new System.Text.StringBuilder("# Share of statements with the right source and content by class of evidence: origin/form/source/class of cue/size of content.\n");
        table.Append("# Written by `readout evaluate attribution DIR --calibrate` from the first half of the articles of PolNeAR dev; see docs/attribution.md.\n");
        foreach ((string key, (int right, int all)) in counts.OrderBy(pair => pair.Key.Length))
        {
            if (key.Length == 0 || all < FewestOfClass)
            {
                continue;
            }

            string wider = key;
            do
            {
                wider = wider.Contains('/', StringComparison.Ordinal) ? wider[..wider.LastIndexOf('/')] : "";
            }
            while (!rates.ContainsKey(wider));
            rates[key] = (right + (PriorWeight * rates[wider])) / (all + PriorWeight);
        }

        foreach ((string key, double rate) in rates.Where(pair => pair.Key.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Append(key).Append('\t').AppendLine(rate.ToString("F3", System.Globalization.CultureInfo.InvariantCulture));
        }

        return table.ToString();
    }

    private static int Size(List<(int Start, int End)> ranges) => ranges.Sum(range => range.End - range.Start);

    private static StatementTriple Triple(AttributionRelation attribution, string text, LetterMap letters) => new()
    {
        Source = letters.Letters(attribution.Source),
        Cue = letters.Letters(attribution.Cue),
        Content = letters.Letters(attribution.Content),
        Form = Form(attribution.Content, text),
        SourceType = SourceType(attribution.Source, text),
    };

    private static StatementTriple[] Found(string text, IReadOnlyList<Statement> statements, LetterMap letters)
    {
        var seen = new HashSet<TextSpan>();
        var found = new StatementTriple[statements.Count];
        for (int i = 0; i < found.Length; i++)
        {
            Statement statement = statements[i];
            TextSpan[] source = [.. statement.Speakers.Select(speaker => speaker.Span)];
            if (source.Length > 1)
            {
                source = [source.Aggregate((left, right) => left.Union(right))];
            }

            bool isFirst = source.Length == 0 || seen.Add(source[0]);
            found[i] = new StatementTriple
            {
                Source = letters.Letters(isFirst ? source : []),
                Cue = letters.Letters(statement.Cue is { } cue ? [cue] : []),
                Content = letters.Letters(statement.Content),
                Form = statement.Form.ToString().ToLowerInvariant(),
                SourceType = SourceType(isFirst ? source : [], text),
                Confidence = statement.Confidence,
                Reason = statement.Evidence,
            };
        }

        return found;
    }

    // As the record defines it, judged by the marks next to and inside the annotated content.
    private static string Form(IReadOnlyList<TextSpan> content, string text)
    {
        bool all = content.All(span => IsMark(text, span.Start) && (IsMark(text, span.End - 1) || IsMark(text, span.End)));
        bool any = content.Any(span => span.In(text).ContainsAny(Marks));
        return all ? "direct" : any ? "mixed" : "indirect";
    }

    private static bool IsMark(string text, int at) => at >= 0 && at < text.Length && text[at] is '"' or '“' or '”' or '«' or '»' or '„';

    private static string SourceType(IReadOnlyList<TextSpan> source, string text)
    {
        if (source.Count == 0)
        {
            return "none";
        }

        string phrase = source[0].In(text).ToString();
        bool isPronoun = phrase.ToLowerInvariant() is "he" or "she" or "they" or "it" or "i" or "we" or "you" or "who" or "his" or "her" or "their" or "its" or "that" or "which";
        return isPronoun ? "pronoun" : phrase.Split(' ').Skip(phrase.StartsWith("The ", StringComparison.Ordinal) ? 1 : 0).Any(word => word.Length > 0 && char.IsUpper(word[0]))
            ? "name" : "description";
    }

    private void AddRoles(StatementTriple[] wanted, StatementTriple[] found)
    {
        AddRole("source", wanted, found, triple => triple.Source);
        AddRole("cue", wanted, found, triple => triple.Cue);
        AddRole("content", wanted, found, triple => triple.Content);
    }

    private void AddRole(string role, StatementTriple[] wanted, StatementTriple[] found, Func<StatementTriple, List<(int Start, int End)>> part)
    {
        (int, int)[] gold = [.. wanted.SelectMany(part).Distinct()], actual = [.. found.SelectMany(part).Distinct()];
        Add($"{role} exact", new Score(gold.Intersect(actual).Count(), gold.Length, actual.Length));
    }

    private static bool[] Match(StatementTriple[] wanted, StatementTriple[] found, bool exact, out bool[] matchedWanted)
    {
        matchedWanted = new bool[wanted.Length];
        var matchedFound = new bool[found.Length];
        for (int i = 0; i < wanted.Length; i++)
        {
            int best = -1;
            double most = 0;
            for (int j = 0; j < found.Length; j++)
            {
                double common = matchedFound[j] ? 0 : LetterMap.Common(wanted[i].Content, found[j].Content)
                    / (double)Math.Max(1, Math.Max(Size(wanted[i].Content), Size(found[j].Content)));
                if (common > most && wanted[i].Equals(found[j], exact))
                {
                    (best, most) = (j, common);
                }
            }

            if (best >= 0)
            {
                matchedFound[best] = matchedWanted[i] = true;
            }
        }

        return matchedFound;
    }

    private void Count(string name, StatementTriple[] wanted, StatementTriple[] found, (bool[] Wanted, bool[] Found) matched, Predicate<StatementTriple>? group)
    {
        int gold = wanted.Count(triple => group is null || group(triple));
        int actual = found.Count(triple => group is null || group(triple));
        int right = wanted.Where((triple, i) => matched.Wanted[i] && (group is null || group(triple))).Count();
        Add(name, new Score(right, gold, actual));
    }

    private void Add(string name, Score score) => _scores[name] = _scores.GetValueOrDefault(name) + score;
}
