using System.Globalization;

namespace Readout.Store.Columns;

/// <summary>
/// A day of a fact (<c>2023</c>, <c>2023-12</c>, <c>2023-12-11</c> or empty) as a number that sorts as the text does: year, month and day in
/// 14, 7 and 7 bits, zero for what is not known. Two digits each may be anything, since a reading may have written them.
/// </summary>
internal static class PackedDay
{
    /// <summary>No day; before all others.</summary>
    public const int None = -1;

    private const int Bits = 7;
    private const int All = (1 << Bits) - 1;

    /// <summary>The number of a day as <see cref="SortDay"/> writes it.</summary>
    public static int Of(ReadOnlySpan<char> day) =>
        day.Length < 4 ? None : (Number(day[..4]) << (2 * Bits)) | (day.Length < 7 ? 0 : Number(day[5..7]) << Bits) | (day.Length < 10 ? 0 : Number(day[8..10]));

    /// <summary>The last number whose day begins with a year, month or day.</summary>
    public static int Last(ReadOnlySpan<char> day) => day.Length switch
    {
        < 4 => None,
        < 7 => Of(day) | (All << Bits) | All,
        < 10 => Of(day) | All,
        _ => Of(day),
    };

    /// <summary>The day of a number.</summary>
    public static string Text(int packed)
    {
        if (packed == None)
        {
            return "";
        }

        (int year, int month, int day) = (packed >> (2 * Bits), (packed >> Bits) & All, packed & All);
        return month == 0 && day == 0 ? year.ToString("0000", CultureInfo.InvariantCulture)
            : day == 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
    }

    /// <summary>Bits below those of a step: facts whose days agree above them, and are known as exactly, fall into one step.</summary>
    /// <param name="characters">Leading characters of the day that name the step: 4, 7 or 10.</param>
    public static int Shift(int characters) => characters switch { <= 4 => 2 * Bits, <= 7 => Bits, _ => 0 };

    private static int Number(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
