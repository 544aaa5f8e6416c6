namespace Readout.Text;

/// <summary>
/// A half-open range of UTF-16 code units in a report's text. <c>default</c> is the legal empty span at 0.
/// </summary>
/// <param name="Start">Index of the first code unit.</param>
/// <param name="End">Index after the last code unit; never below <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>True where no code unit is covered.</summary>
    public bool IsEmpty => End == Start;

    /// <summary>The covered characters of <paramref name="text"/>, without a copy.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>True where <paramref name="other"/> lies wholly inside this span; a span contains itself.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True where <paramref name="offset"/> is one of the covered code units.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>True where the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then the longer span first, so that an enclosing span precedes what it encloses.</summary>
    public int CompareTo(TextSpan other)
    {
        int byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : other.End.CompareTo(End);
    }

    /// <summary>Text order.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Text order, or equal.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Reverse text order.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Reverse text order, or equal.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
