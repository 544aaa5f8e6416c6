namespace Readout.Time;

/// <summary>Names under which a time rule keeps what it read; the names of <c>data/time/rules.tsv</c> in capitals and small letters.</summary>
internal enum TimeKey : byte
{
    Year, Year2, Month, Month2, Day, Day2, Weekday, Era, Iso, Slash, Named,
    Quarter, Half, Season, Season2, Decade, Century,
    Part, Clock, Clock2, Hour, Hhmm, Hhmm2, AmPm, Zone, Zone2,
    Unit, Unit2, Count, Count2, PlusHalf, Halves, Tenths,
    Shift, RelDay, Sign, Weeks, Years, InWeek, InYear, InRef, Forward, Fiscal, Exact, Told, Past,
    Mod, Mod2, Value,
}
