namespace Readout.Merging;

/// <summary>Says what a report is to an earlier one, from the alignment of their words. Stateless.</summary>
public static class DuplicateComparer
{
    /// <summary>Shared minima from which an alignment is worth its time.</summary>
    public const int LeastShared = 3;

    // Set on the first half of the newswire's reprints (docs/duplicates.md) and not changed for the second.
    private const double Copy = 0.6;
    private const double Nearly = 0.85;
    private const double Version = 0.3;
    private const int PassageWords = 40;
    private const int TableNumbers = 3;

    /// <summary>The relation of <paramref name="later"/> to <paramref name="earlier"/>.</summary>
    /// <param name="earlier">Words of the report seen first.</param>
    /// <param name="later">Words of the other.</param>
    /// <param name="sameAddress">Whether both came from the same canonical address.</param>
    public static DuplicateRelation Compare(WordSequence earlier, WordSequence later, bool sameAddress)
    {
        DuplicateRelation relation = Compare(ReportAlignment.Align(earlier, later), sameAddress);
        return IsCopy(relation) && !sameAddress && HaveOtherNumbers(earlier, later) ? DuplicateRelation.None : relation;
    }

    private static DuplicateRelation Compare(ReportAlignment alignment, bool sameAddress)
    {
        double fuller = Math.Max(alignment.EarlierCoverage, alignment.LaterCoverage);
        if (alignment.EarlierCoverage >= 1 && alignment.LaterCoverage >= 1 && alignment.Runs.Count == 1)
        {
            return DuplicateRelation.Exact;
        }

        if (sameAddress && fuller >= Version)
        {
            return DuplicateRelation.Update;
        }

        if (fuller < Copy || alignment.CommonWords < 2 * ReportSketch.ShingleLength)
        {
            return alignment.CommonWords >= PassageWords ? DuplicateRelation.Passages : DuplicateRelation.None;
        }

        if (Math.Min(alignment.EarlierCoverage, alignment.LaterCoverage) >= Nearly)
        {
            return DuplicateRelation.Reprint;
        }

        return alignment.LaterCoverage >= alignment.EarlierCoverage ? DuplicateRelation.Cut : DuplicateRelation.Extended;
    }

    // Share prices and scores come in the same words every day; what tells the days apart is that most numbers are others.
    private static bool HaveOtherNumbers(WordSequence earlier, WordSequence later)
    {
        (WordSequence shorter, WordSequence longer) = earlier.Count <= later.Count ? (earlier, later) : (later, earlier);
        var known = new HashSet<ulong>(longer.Hashes.ToArray());
        int numbers = 0;
        int others = 0;
        for (int word = 0; word < shorter.Count; word++)
        {
            if (char.IsAsciiDigit(shorter.Text[shorter.Span(word).Start]))
            {
                numbers++;
                others += known.Contains(shorter.Hashes[word]) ? 0 : 1;
            }
        }

        return others >= TableNumbers && 2 * others >= numbers;
    }

    /// <summary>
    /// How close a relation is, for the choice of the report that one is shown as a copy of: lower is closer; <see cref="DuplicateRelation.None"/> is farthest.
    /// </summary>
    public static int Distance(DuplicateRelation relation) => relation switch
    {
        DuplicateRelation.None => int.MaxValue,
        DuplicateRelation.Update => 0,
        _ => (int)relation,
    };

    /// <summary>Whether two reports so related count as one origin.</summary>
    public static bool IsCopy(DuplicateRelation relation) => relation is not (DuplicateRelation.None or DuplicateRelation.Passages);
}
