namespace Readout.Attribution.Extraction;

/// <summary>BIO labels of roles: 0 is O, 1 + 2 * role begins a span of the role, 2 + 2 * role goes on with it.</summary>
internal static class RoleLabels
{
    /// <summary>Number of labels.</summary>
    public const int Count = 7;

    public static int Begin(Role role) => 1 + (2 * (int)role);

    public static int Inside(Role role) => 2 + (2 * (int)role);

    /// <summary>The spans of a labelling, in text order.</summary>
    public static List<RoleSpan> Spans(ReadOnlySpan<int> labels)
    {
        var spans = new List<RoleSpan>();
        AddSpans(labels, 0, spans);
        return spans;
    }

    /// <summary>Appends the spans of a labelling whose first row is <paramref name="from"/>.</summary>
    public static void AddSpans(ReadOnlySpan<int> labels, int from, List<RoleSpan> spans)
    {
        int row = 0;
        while (row < labels.Length)
        {
            if (labels[row] == 0)
            {
                row++;
                continue;
            }

            var role = (Role)((labels[row] - 1) / 2);
            int first = row++;
            while (row < labels.Length && labels[row] == Inside(role))
            {
                row++;
            }

            spans.Add(new RoleSpan(role, from + first, from + row));
        }
    }
}
