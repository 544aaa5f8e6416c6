using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>Whose act a clause of the content tells: the speaker's own side's, the hearer's, another's. Not thread-safe.</summary>
internal sealed class KindSides(ParsedText parse, KindWords words)
{
    // Rows of a source that are read.
    private const int LongestSource = 24;

    // Letters by which "Chinese" and "China" are the same.
    private const int StemLetters = 4;

    private static readonly ulong Body = KindHash.Of("body");

    private readonly List<int> _words = new(LongestSource);
    private string _head = "-";

    /// <summary>Takes the phrase that tells the source, an empty range where there is none, and the lemma of its head.</summary>
    public void Begin(int first, int end, string head)
    {
        _head = head;
        _words.Clear();
        for (int row = first; row < Math.Min(end, first + LongestSource); row++)
        {
            if (parse.Upos[row] is UposTag.Propn or UposTag.Adj or UposTag.Noun)
            {
                _words.Add(row);
            }
        }
    }

    /// <summary>The side of a clause's subject.</summary>
    /// <param name="lemma">Its lemma, lower case.</param>
    /// <param name="row">Its row.</param>
    public string Of(string lemma, int row) => lemma switch
    {
        "we" or "i" => "own",
        "you" => "you",
        "he" or "she" or "it" or "they" => "third",
        "there" or "this" or "that" => lemma,
        _ => lemma == _head || IsOfSource(row) ? "own" : parse.Upos[row] == UposTag.Propn ? "name" : IsBody(row) ? "body" : "other",
    };

    // A word of the phrase that tells the source ("Chinese officials said China"), or something of the speaker's ("his government", "our side").
    private bool IsOfSource(int row)
    {
        int owner = parse.ChildWith(row, DependencyRelation.NmodPoss);
        if (owner >= 0 && parse.Upos[owner] == UposTag.Pron)
        {
            return true;
        }

        ReadOnlySpan<char> stem = Stem(row);
        foreach (int word in _words)
        {
            if (stem.Equals(Stem(word), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "The government": more often the speaker's than another's.
    private bool IsBody(int row) => words[row].Hints.Contains(Body) && parse.ChildWith(row, DependencyRelation.Det) >= 0;

    private ReadOnlySpan<char> Stem(int row)
    {
        string lemma = parse.Lemma(row);
        return lemma.AsSpan(0, Math.Min(StemLetters, lemma.Length));
    }
}
