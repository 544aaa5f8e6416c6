namespace Readout.Merging;

/// <summary>Two wordings and their terms.</summary>
internal readonly record struct WordingPair(Wording Left, WordingTerms LeftTerms, Wording Right, WordingTerms RightTerms)
{
    /// <summary>Days between them; null where one is undated.</summary>
    public int? DaysApart => Left.Day is { } left && Right.Day is { } right ? Math.Abs(left.DayNumber - right.DayNumber) : null;
}
