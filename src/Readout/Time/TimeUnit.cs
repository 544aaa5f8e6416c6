namespace Readout.Time;

/// <summary>Calendar and clock units, with the numbers that <c>data/time/words.tsv</c> gives them.</summary>
internal enum TimeUnit : byte
{
    None = 0, Second = 1, Minute = 2, Hour = 3, Day = 4, Week = 5, Weekend = 6, Fortnight = 7,
    Month = 8, Quarter = 9, Year = 10, Decade = 11, Century = 12, Millennium = 13, Night = 14,
}
