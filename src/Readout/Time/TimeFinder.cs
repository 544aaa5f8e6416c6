using Readout.Parsing;
using Readout.Text;

namespace Readout.Time;

/// <summary>
/// Finds and normalises time expressions (TimeML TIMEX3) by the rules of <c>data/time</c>. A date without a year, a weekday or "last
/// month" is reckoned from the day of publication, else from a full date in the dateline, else left open; "the next day" from the time
/// named before it. Immutable, thread-safe, linear in the text.
/// </summary>
public sealed class TimeFinder
{
    private readonly TimeGrammar _grammar;
    private readonly TimeScanner _scanner;
    private readonly NamedDays _namedDays;
    private readonly TenseFinder _tense;
    private readonly TimeMarks _marks;

    private TimeFinder(string folder)
    {
        var vocabulary = new TimeVocabulary();
        _namedDays = NamedDays.Load(Path.Combine(folder, "named-days.tsv"));
        _grammar = TimeGrammar.Load(folder, vocabulary, _namedDays);
        _tense = TenseFinder.Load(Path.Combine(folder, "tense.tsv"));
        _scanner = new TimeScanner(vocabulary);
        _marks = new TimeMarks(vocabulary);
        vocabulary.Freeze();
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static TimeFinder Load(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return new TimeFinder(Path.Combine(dataDirectory, "time"));
    }

    /// <summary>Time expressions in text order.</summary>
    public IReadOnlyList<TimeExpression> Find(ParsedText parse, Report report)
    {
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(report);
        List<TimeAtom> atoms = _scanner.Scan(report.Text);
        List<TimeMatch> matches = Match(atoms);
        DateOnly? published = report.PublishedDay ?? TimeDomain.DatelineDay(matches, atoms, report.Text);
        var context = new TimeContext { Published = published, IsHistory = TimeDomain.IsHistory(matches, published) };
        var resolver = new TimeResolver(_grammar, _namedDays, context);
        var found = new List<TimeExpression>(matches.Count);
        var anchors = new EventAnchors(parse);
        TimeMatch? before = null;
        foreach (TimeMatch match in matches)
        {
            if (resolver.Resolve(match, _tense.Find(parse, atoms, match.First, match.End)) is not { } value)
            {
                continue;
            }

            TimeExpression expression = Express(match, value, atoms);
            expression = anchors.Resolve(match, expression.Span, found) ?? expression;
            if (expression.Type is TimeType.Date or TimeType.Time && !(context.IsHistory && TimeDomain.HangsOnReport(match)) && value.Value != "PRESENT_REF")
            {
                context.Remember(expression, match, OpensSentence(atoms, match.First));
            }

            if (before is not null && _marks.OpensRange(atoms, before, match))
            {
                found[^1] = WithRange(found[^1], expression);
            }

            found.Add(expression);
            before = match;
        }

        return found;
    }

    private static TimeExpression Express(TimeMatch match, TimeValue value, List<TimeAtom> atoms) =>
        new(new TextSpan(atoms[match.First].Start, atoms[match.End - 1].End), value.Type, value.Value, value.Anchored)
        {
            Modifier = match.Modifier == TimeModifier.None ? value.Modifier : match.Modifier,
            Interval = value.Interval ?? (value.Type is TimeType.Date or TimeType.Time ? TimeInterval.OfValue(value.Value) : null),
        };

    // "In 1943, ...": only a preposition may stand before it.
    private static bool OpensSentence(List<TimeAtom> atoms, int first) =>
        atoms[first].Has(TimeAtomTraits.SentenceStart) || (first > 0 && atoms[first - 1].Has(TimeAtomTraits.SentenceStart));

    private static TimeExpression WithRange(TimeExpression opening, TimeExpression closing) =>
        opening.Interval is { } first && closing.Interval is { } last && last.Last >= first.First
            ? opening with { Range = new TimeInterval(first.First, last.Last, first.Precision) }
            : opening;

    private List<TimeMatch> Match(List<TimeAtom> atoms)
    {
        var matches = new List<TimeMatch>();
        TimeWalk walk = _grammar.Walk(atoms);
        for (int atom = 0; atom < atoms.Count;)
        {
            if (atoms[atom].Readings.Length == 0 || walk.Match(atom) is not { } match)
            {
                atom++;
                continue;
            }

            if (matches.Count > 0 && _marks.Completes(atoms, matches[^1], match))
            {
                matches[^1] = matches[^1].With(match, match.End);
            }
            else if (matches.Count > 0 && _marks.Repeats(atoms, matches[^1], match))
            {
                match = matches[^1] = matches[^1].With(match, match.End + 1);
            }
            else
            {
                matches.Add(match);
            }

            atom = match.End;
        }

        return matches;
    }
}
