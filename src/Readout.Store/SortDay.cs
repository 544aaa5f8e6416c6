namespace Readout.Store;

/// <summary>The calendar prefix that a time is sorted under.</summary>
public static class SortDay
{
    /// <summary>
    /// The leading <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c> of an ISO 8601, EDTF or TIMEX3 time (of an interval its start);
    /// empty where it has none.
    /// </summary>
    public static string Of(string? time)
    {
        int length = DigitsAt(time, 0, 4) ? 4 : 0;
        if (length == 4 && DigitsAt(time, 5, 2) && time![4] == '-')
        {
            length = DigitsAt(time, 8, 2) && time[7] == '-' ? 10 : 7;
        }

        return length == 0 ? "" : time![..length];
    }

    private static bool DigitsAt(string? text, int start, int count)
    {
        if (text is null || text.Length < start + count)
        {
            return false;
        }

        for (int i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
