using Readout.Parsing;
using Readout.Text;

namespace Readout.Time;

/// <summary>
/// Tells the direction of a clause: from a word such as "until" right before an expression, else from the form of the verb that governs
/// it in the tree, else from the nearest verb before it, then after it, by the words of <c>data/time/tense.tsv</c> and the ending -ed.
/// Immutable, thread-safe.
/// </summary>
internal sealed class TenseFinder
{
    // How far, in atoms, a verb may stand from the expression that it governs.
    private const int Reach = 14;

    private readonly Dictionary<string, TimeDirection> _words;
    private readonly Dictionary<string, TimeDirection>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // A preposition such as "until" tells more than the verb, but only right before the expression.
    private const int Beside = 2;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _aheadBeside;
    private readonly HashSet<string> _conditions;
    private readonly HashSet<string> _awaited;

    private TenseFinder(Dictionary<string, TimeDirection> words, HashSet<string> aheadBeside, HashSet<string> conditions, HashSet<string> awaited)
    {
        _conditions = conditions;
        _awaited = awaited;
        _words = words;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _aheadBeside = aheadBeside.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads <c>tense.tsv</c>.</summary>
    public static TenseFinder Load(string path)
    {
        var words = new Dictionary<string, TimeDirection>(StringComparer.OrdinalIgnoreCase);
        var aheadBeside = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var conditions = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var awaited = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            if (cells[1] == "future-beside")
            {
                aheadBeside.Add(cells[0]);
                continue;
            }

            if (cells[1] == "condition")
            {
                conditions.Add(cells[0]);
                continue;
            }

            if (cells[1] == "awaited")
            {
                awaited.Add(cells[0]);
                continue;
            }

            words[cells[0]] = cells[1] switch
            {
                "past" => TimeDirection.Past,
                "future" => TimeDirection.Future,
                _ => throw new InvalidDataException($"{path}: '{cells[0]}': expected past, future, future-beside, condition or awaited, found '{cells[1]}'"),
            };
        }

        return new TenseFinder(words, aheadBeside, conditions, awaited);
    }

    /// <summary>Direction of the clause around atoms [first, end).</summary>
    public TimeDirection Find(ParsedText parse, List<TimeAtom> atoms, int first, int end)
    {
        string text = parse.Tokens.Text;
        if (IsAheadBeside(text, atoms, first) || (IsBy(text, atoms, first) && IsAwaited(parse, atoms[first])))
        {
            return TimeDirection.Future;
        }

        if (Governed(parse, atoms, first, end) is not TimeDirection.Unknown and TimeDirection governed)
        {
            return governed;
        }

        for (int i = first - 1; i >= 0 && i >= first - Reach && !EndsSentence(text, atoms[i]); i--)
        {
            TimeDirection direction = IsAfterBe(text, atoms, i) ? TimeDirection.Unknown : Tell(parse, atoms[i]);
            if (direction != TimeDirection.Unknown)
            {
                return direction;
            }

            if (atoms[i].Has(TimeAtomTraits.BreakBefore))
            {
                break;
            }
        }

        for (int i = end; i < atoms.Count && i < end + Reach && !EndsSentence(text, atoms[i]) && !atoms[i].Has(TimeAtomTraits.BreakBefore); i++)
        {
            if (Tell(parse, atoms[i]) is not TimeDirection.Unknown and TimeDirection direction)
            {
                return direction;
            }
        }

        return IsBy(text, atoms, first) ? TimeDirection.Future : TimeDirection.Unknown;
    }

    // "By Friday": what is to be done, where nothing tells that it was.
    private static bool IsBy(string text, List<TimeAtom> atoms, int first) =>
        first > 0 && text.AsSpan(atoms[first - 1].Start, atoms[first - 1].End - atoms[first - 1].Start).Equals("by", StringComparison.OrdinalIgnoreCase);

    private bool IsAheadBeside(string text, List<TimeAtom> atoms, int first)
    {
        for (int i = first - 1; i >= 0 && i >= first - Beside && !EndsSentence(text, atoms[i]); i--)
        {
            if (!atoms[i].Has(TimeAtomTraits.SentenceStart) && _aheadBeside.Contains(text.AsSpan(atoms[i].Start, atoms[i].End - atoms[i].Start)))
            {
                return true;
            }
        }

        return false;
    }

    // "If the quota was not raised by Easter", "ordered the quota raised by Easter": a term that is still to come, whatever the tense.
    private bool IsAwaited(ParsedText parse, TimeAtom atom)
    {
        int row = parse.Tokens.Count == 0 ? -1 : parse.Tokens.RowAt(atom.Start);
        return row >= 0 && row < parse.Tokens.Count && (GoverningVerb.IsMarked(parse, row, _conditions) || GoverningVerb.IsAwaited(parse, row, _awaited));
    }

    private TimeDirection Governed(ParsedText parse, List<TimeAtom> atoms, int first, int end)
    {
        if (parse.Tokens.Count == 0)
        {
            return TimeDirection.Unknown;
        }

        int row = parse.Tokens.RowAt(atoms[first].Start);
        int last = parse.Tokens.RowAt(atoms[end - 1].Start);
        return row < parse.Tokens.Count && last < parse.Tokens.Count ? GoverningVerb.Direction(parse, row, last, _lookup) : TimeDirection.Unknown;
    }

    // "will be held": the participle tells nothing, the auxiliary before it does.
    private static bool IsAfterBe(string text, List<TimeAtom> atoms, int index) =>
        index > 0 && text.AsSpan(atoms[index - 1].Start, atoms[index - 1].End - atoms[index - 1].Start).Equals("be", StringComparison.OrdinalIgnoreCase);

    private static bool EndsSentence(string text, TimeAtom atom) => text[atom.Start] is '.' or '!' or '?' or ';';

    private TimeDirection Tell(ParsedText parse, TimeAtom atom)
    {
        string text = parse.Tokens.Text;
        if (!char.IsLetter(text[atom.Start]))
        {
            return TimeDirection.Unknown;
        }

        ReadOnlySpan<char> word = text.AsSpan(atom.Start, atom.End - atom.Start);
        if (_lookup.TryGetValue(word, out TimeDirection direction))
        {
            return direction;
        }

        if (!word.EndsWith("ed", StringComparison.Ordinal) || word.Length < 4)
        {
            return TimeDirection.Unknown;
        }

        int row = parse.Tokens.Count == 0 ? -1 : parse.Tokens.RowAt(atom.Start);
        bool isTagged = row >= 0 && row < parse.Tokens.Count && parse.Upos[row] != UposTag.X;
        return !isTagged || parse.Upos[row] is UposTag.Verb or UposTag.Aux ? TimeDirection.Past : TimeDirection.Unknown;
    }
}
