using Readout.Learning;
using Readout.Parsing;
using Readout.Places;

namespace Readout.Events;

/// <summary>Features by which models decide on which day and where a meeting is. For one report.</summary>
internal sealed class MeetingCircumstances(SceneIndex index, StatementView view, Reality reality)
{
    private readonly MeetingContext _context = new(index);

    /// <summary>What speaks for a time expression to be the day of the meeting.</summary>
    public void DescribeDay(MeetingCandidate candidate, int time, int row, FeatureSet features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        if (time < 0)
        {
            DescribeToday(candidate, features);
            return;
        }

        string value = index.Scene.Times[time].Value!;
        Span<char> path = stackalloc char[TreePath.Longest + 2];
        path = path[..TreePath.Write(parse, row, candidate.Row, path)];
        bool isSame = index.Tokens.SentenceOf(row) == index.Tokens.SentenceOf(candidate.Row);
        ReadOnlySpan<char> where = [isSame ? 's' : 'o', row < candidate.Row ? '<' : '>', (char)('0' + Math.Min(3, _context.VerbsBetween(row, candidate.Row)))];
        ReadOnlySpan<char> when = _context.When(value);
        int head = parse.Heads[row];
        string above = head < 0 ? "" : parse.Lemma(head);
        ReadOnlySpan<char> grain = [(char)('0' + Math.Min(9, value.Length / 2)), value.Contains('/', StringComparison.Ordinal) ? '/' : ' '];
        ReadOnlySpan<char> rule = candidate.Time == value ? "r" : "-";
        features.Add(FeatureHash.Of(90, where));
        features.Add(FeatureHash.Of(91, rule));
        features.Add(FeatureHash.Of(92, rule, where));
        features.Add(FeatureHash.Of(93, path));
        features.Add(FeatureHash.Of(94, path, candidate.Class));
        features.Add(FeatureHash.Of(95, above, where));
        features.Add(FeatureHash.Of(96, above));
        features.Add(FeatureHash.Of(97, when, [(char)('0' + (int)reality.Of(parse, candidate.Row))], rule));
        features.Add(FeatureHash.Of(98, grain, candidate.Class));
        features.Add(FeatureHash.Of(99, _context.CaseOf(row), where));
        features.Add(FeatureHash.Of(100, [(char)('0' + Distance(row, candidate.Row)), where[0]]));
        features.Add(FeatureHash.Of(101, candidate.Class, where));
        features.Add(FeatureHash.Of(102, index.Scene.Times[time].Type.ToString(), grain));
        features.Add(FeatureHash.Of(103, index.Tokens.SentenceOf(row) == 0 ? "lead" : "-", when, where));
    }

    /// <summary>What speaks for a place of the report to be where the meeting is.</summary>
    public void DescribePlace(MeetingCandidate candidate, (PlaceMention Place, int Row) where, FeatureSet features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        int row = where.Row;
        Span<char> path = stackalloc char[TreePath.Longest + 2];
        path = path[..TreePath.Write(parse, row, candidate.Row, path)];
        int apart = index.Tokens.SentenceOf(candidate.Row) - index.Tokens.SentenceOf(row);
        bool isSame = apart == 0;
        bool isHere = parse.Lemma(row) is "here" or "there";
        ReadOnlySpan<char> side = [isSame ? 's' : apart == 1 ? 'o' : 'd', row < candidate.Row ? '<' : '>', (char)('0' + Math.Min(3, _context.VerbsBetween(row, candidate.Row))), isHere ? 'h' : '-'];
        string marker = _context.CaseOf(row);
        int actor = index.ActorAt(row);
        ReadOnlySpan<char> kind = [where.Place.Country is null ? '-' : 'c', where.Place.Geonames is null ? '-' : 'g', actor < 0 ? '-' : (char)('a' + (int)index.Scene.Actors.Actors[actor].Type),
            actor >= 0 && candidate.Participants.Contains(actor) ? 'p' : '-'];
        ReadOnlySpan<char> rule = candidate.Place is null ? "-" : candidate.Place.Name == where.Place.Name ? "r" : "x";
        features.Add(FeatureHash.Of(140, side));
        features.Add(FeatureHash.Of(141, rule));
        features.Add(FeatureHash.Of(142, rule, side));
        features.Add(FeatureHash.Of(143, path));
        features.Add(FeatureHash.Of(144, path, candidate.Class));
        features.Add(FeatureHash.Of(145, marker, side));
        features.Add(FeatureHash.Of(146, marker, candidate.Class));
        features.Add(FeatureHash.Of(147, marker, kind));
        features.Add(FeatureHash.Of(148, kind));
        features.Add(FeatureHash.Of(149, kind, candidate.Class));
        features.Add(FeatureHash.Of(150, [(char)('0' + Distance(row, candidate.Row)), side[0], side[1]]));
        features.Add(FeatureHash.Of(151, [(char)parse.Relations[row]], marker));
        features.Add(FeatureHash.Of(152, [(char)parse.Relations[row]], candidate.Class));
        int head = parse.Heads[row];
        features.Add(FeatureHash.Of(153, head < 0 ? "" : parse.Lemma(head), marker));
        features.Add(FeatureHash.Of(154, head == candidate.Row ? "t" : head == candidate.Verb ? "v" : "-", marker));
        bool isDateline = index.Scene.Report.Dateline is { } dateline && dateline.Contains(where.Place.Name, StringComparison.OrdinalIgnoreCase);
        features.Add(FeatureHash.Of(155, isDateline ? "d" : "-", side));
        features.Add(FeatureHash.Of(156, isDateline ? "d" : "-", marker));
        bool isOfSide = where.Place.Country is { } country && candidate.Participants.Exists(one => index.Scene.Actors.Actors[one].State == country);
        ReadOnlySpan<char> state = [(char)('0' + (int)MeetingMerger.Best(candidate.Statuses)), side[0], (char)('0' + PlacesIn(index.Tokens.SentenceOf(candidate.Row)))];
        string lead = isDateline ? "d" : "-";
        features.Add(FeatureHash.Of(158, lead, state, isOfSide ? "s" : "-"));
        features.Add(FeatureHash.Of(159, lead, state, candidate.Class));
        features.Add(FeatureHash.Of(180, lead, state, rule));
        features.Add(FeatureHash.Of(181, lead, state[..1], isHere ? "h" : "-"));
        features.Add(FeatureHash.Of(157, isOfSide ? "s" : "-", kind, candidate.Class));
    }

    // Number of places that a sentence names, at most two.
    private int PlacesIn(int sentence)
    {
        int places = 0;
        for (int row = index.Tokens.SentenceStarts[sentence]; row < index.Tokens.SentenceStarts[sentence + 1] && places < 2; row++)
        {
            places += index.PlaceAt(row) >= 0 && (row == 0 || index.PlaceAt(row) != index.PlaceAt(row - 1)) ? 1 : 0;
        }

        return places;
    }

    // Reports of agencies leave out the day where it is the day of the report.
    private void DescribeToday(MeetingCandidate candidate, FeatureSet features)
    {
        ParsedText parse = index.Parse;
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int times = 0;
        for (int row = index.Tokens.SentenceStarts[sentence]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            times += index.TimeAt(row) >= 0 && index.TimeAt(row) != (row > 0 ? index.TimeAt(row - 1) : -1) ? 1 : 0;
        }

        ReadOnlySpan<char> known = [(char)('0' + Math.Min(2, times)), candidate.Time is null ? '-' : 't'];
        ReadOnlySpan<char> real = [(char)('0' + (int)reality.Of(parse, candidate.Row))];
        ReadOnlySpan<char> far = [(char)('0' + Math.Min(6, sentence / 2))];
        features.Add(FeatureHash.Of(110, known));
        features.Add(FeatureHash.Of(111, known, candidate.Class));
        features.Add(FeatureHash.Of(112, known, real));
        features.Add(FeatureHash.Of(113, known, far));
        features.Add(FeatureHash.Of(114, known, parse.Lemma(candidate.Row)));
        features.Add(FeatureHash.Of(115, known, _context.CaseOf(candidate.Row), real));
        features.Add(FeatureHash.Of(116, known, view.FormAt(candidate.Row) is null ? "-" : "q"));
        int head = parse.Heads[candidate.Row];
        features.Add(FeatureHash.Of(117, known, head < 0 ? "" : parse.Lemma(head)));
    }

    private static int Distance(int a, int b) => Math.Abs(a - b) switch
    {
        <= 2 => 0,
        <= 4 => 1,
        <= 8 => 2,
        <= 14 => 3,
        <= 25 => 4,
        _ => 5,
    };
}
