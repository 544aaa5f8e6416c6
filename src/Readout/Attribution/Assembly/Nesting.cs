using Readout.Text;

namespace Readout.Attribution.Assembly;

/// <summary>Which statement lies in the content of which.</summary>
internal static class Nesting
{
    /// <summary>For each statement the innermost other one whose content holds its cue and content; -1 at the top.</summary>
    /// <param name="contents">Content spans of the statements, which are in the order of their first content.</param>
    /// <param name="cues">Cue spans; null where there is none.</param>
    public static int[] Within(IReadOnlyList<IReadOnlyList<TextSpan>> contents, IReadOnlyList<TextSpan?> cues)
    {
        var within = new int[contents.Count];
        for (int i = 0; i < within.Length; i++)
        {
            within[i] = -1;
            long smallest = long.MaxValue;

            // Contents begin in text order, so what encloses one stands close before it, or right behind where they begin together.
            for (int j = Math.Max(0, i - 12); j < Math.Min(within.Length, i + 4); j++)
            {
                long size = Length(contents[j]);
                if (j != i && size < smallest && Holds(contents[j], contents[i][0]) && (cues[i] is not { } cue || Holds(contents[j], cue)) && size > Length(contents[i]))
                {
                    (within[i], smallest) = (j, size);
                }
            }
        }

        return within;
    }

    private static bool Holds(IReadOnlyList<TextSpan> contents, TextSpan span)
    {
        foreach (TextSpan content in contents)
        {
            if (content.Contains(span))
            {
                return true;
            }
        }

        return false;
    }

    private static long Length(IReadOnlyList<TextSpan> spans)
    {
        long length = 0;
        foreach (TextSpan span in spans)
        {
            length += span.Length;
        }

        return length;
    }
}
