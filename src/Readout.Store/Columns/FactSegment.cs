namespace Readout.Store.Columns;

/// <summary>
/// The facts of 4,096 consecutive rows of the store in columns, some 50 bytes each. Immutable.
/// <code>
/// position    0      1      2     ...  4095         (row of the store, less First)
/// Shapes      7      0      3                       code; 0 where there is no fact of this row
/// Days, Confidences, Reports, Added, Outlets, Places    one value each
/// LinkStarts  0      2      2     3                 links of position p: [LinkStarts[p], LinkStarts[p + 1])
/// Links       actor · 8 + role, ...
/// Actors      each actor of the segment once, by row, with Postings [PostingStarts[i], PostingStarts[i + 1])
/// Postings    position · 8 + role, ...              ascending
/// DuePositions, Dues                                commitments that have a due date
/// </code>
/// </summary>
internal sealed class FactSegment
{
    /// <summary>Bits of a position.</summary>
    public const int Bits = 12;

    /// <summary>Positions of a segment.</summary>
    public const int Size = 1 << Bits;

    /// <summary>Words of 64 bits that hold one bit a position.</summary>
    public const int Words = Size / 64;

    /// <summary>Number: row of the store divided by <see cref="Size"/>.</summary>
    public required int Number { get; init; }

    /// <summary>Goes up whenever a fact of these rows is written.</summary>
    public required long Version { get; init; }

    /// <summary>Row of position 0.</summary>
    public long First => (long)Number << Bits;

    /// <summary>Codes of <see cref="FactShape"/>.</summary>
    public required ushort[] Shapes { get; init; }

    /// <summary><see cref="PackedDay"/>.</summary>
    public required int[] Days { get; init; }

    /// <summary>In [0, 1].</summary>
    public required float[] Confidences { get; init; }

    /// <summary>Rows of reports.</summary>
    public required int[] Reports { get; init; }

    /// <summary>Moments in which the reports were added, in seconds since 1970.</summary>
    public required uint[] Added { get; init; }

    /// <summary>Codes of outlets.</summary>
    public required ushort[] Outlets { get; init; }

    /// <summary>Codes of <see cref="PlaceName"/>.</summary>
    public required int[] Places { get; init; }

    /// <summary>[Size + 1].</summary>
    public required int[] LinkStarts { get; init; }

    /// <summary>Row of the actor and role (<see cref="ActorRole"/>).</summary>
    public required int[] Links { get; init; }

    /// <summary>Rows of actors, ascending.</summary>
    public required int[] Actors { get; init; }

    /// <summary>[Actors + 1].</summary>
    public required int[] PostingStarts { get; init; }

    /// <summary>Position and role.</summary>
    public required ushort[] Postings { get; init; }

    /// <summary>Ascending.</summary>
    public required ushort[] DuePositions { get; init; }

    /// <summary>Codes of due dates.</summary>
    public required int[] Dues { get; init; }

    /// <summary>Earliest day but none; above <see cref="MaxDay"/> where no fact has one.</summary>
    public required int MinDay { get; init; }

    /// <summary>Latest day; <see cref="PackedDay.None"/> where no fact has one.</summary>
    public required int MaxDay { get; init; }

    /// <summary>Who takes part in the fact of a position.</summary>
    public ReadOnlySpan<int> LinksOf(int position) => Links.AsSpan(LinkStarts[position]..LinkStarts[position + 1]);

    /// <summary>Where an actor takes part.</summary>
    public ReadOnlySpan<ushort> PostingsOf(int actor)
    {
        int at = Array.BinarySearch(Actors, actor);
        return at < 0 ? [] : Postings.AsSpan(PostingStarts[at]..PostingStarts[at + 1]);
    }

    /// <summary>Bytes of the columns.</summary>
    public long Bytes => (Shapes.Length * 2L) + (Days.Length * 4L) + (Confidences.Length * 4L) + (Reports.Length * 4L) + (Added.Length * 4L) + (Outlets.Length * 2L) + (Places.Length * 4L) + (LinkStarts.Length * 4L)
        + (Links.Length * 4L) + (Actors.Length * 4L) + (PostingStarts.Length * 4L) + (Postings.Length * 2L) + (DuePositions.Length * 2L) + (Dues.Length * 4L);
}
