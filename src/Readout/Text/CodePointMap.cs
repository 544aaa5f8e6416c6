namespace Readout.Text;

/// <summary>
/// Converts UTF-16 offsets of one text to Unicode code point offsets and back. Immutable, thread-safe;
/// costs nothing where the text has no surrogate pair. A lone surrogate counts as one code point.
/// </summary>
public sealed class CodePointMap
{
    // UTF-16 index of the low half of every surrogate pair, ascending: an offset moves back by the pairs that end before it.
    private readonly int[] _lowHalves;

    /// <summary>Scans <paramref name="text"/> once.</summary>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Length = text.Length;
        int first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF');
        if (first < 0)
        {
            _lowHalves = [];
            return;
        }

        var found = new List<int>();
        for (int i = first; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                found.Add(++i);
            }
        }

        _lowHalves = [.. found];
    }

    /// <summary>Length of the text in UTF-16 code units.</summary>
    public int Length { get; }

    /// <summary>Length of the text in code points.</summary>
    public int CodePoints => Length - _lowHalves.Length;

    /// <summary>Code point offset of a UTF-16 offset in [0, <see cref="Length"/>]; an offset inside a pair gives the pair's end.</summary>
    public int ToCodePoint(int utf16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16, Length);
        int at = Array.BinarySearch(_lowHalves, utf16);
        return at >= 0 ? utf16 - at : utf16 - ~at;
    }

    /// <summary>UTF-16 offset of a code point offset in [0, <see cref="CodePoints"/>].</summary>
    public int ToUtf16(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, CodePoints);

        // The k-th pair (from 0) starts at code point _lowHalves[k] - 1 - k: count the pairs that start before this one.
        int low = 0;
        int high = _lowHalves.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_lowHalves[middle] - 1 - middle < codePoint)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return codePoint + low;
    }
}
