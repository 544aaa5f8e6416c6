namespace Readout.Entities;

/// <summary>The BIO labels of names as small numbers: 0 outside, then for each type its opening and its continuing label.</summary>
internal static class NameLabelSet
{
    /// <summary>Number of labels: outside and two for each of eight types.</summary>
    public const int Count = 17;

    public const int Outside = 0;

    public static int Begin(EntityType type) => (2 * (int)type) - 1;

    public static int Inside(EntityType type) => 2 * (int)type;

    public static bool IsInside(int label) => label > 0 && (label & 1) == 0;

    public static EntityType Type(int label) => (EntityType)((label + 1) / 2);

    /// <summary>Whether the second label may follow the first; <paramref name="before"/> is <see cref="Outside"/> at a sentence's start.</summary>
    public static bool MayFollow(int before, int label) => !IsInside(label) || before == label || before == label - 1;

    /// <summary>The labels of the rows of one sentence.</summary>
    public static void FromNames(IReadOnlyList<NameSpan> names, int first, Span<int> labels)
    {
        labels.Clear();
        foreach (NameSpan name in names)
        {
            for (int row = Math.Max(name.First, first); row < name.End && row < first + labels.Length; row++)
            {
                labels[row - first] = row == name.First || row == first ? Begin(name.Type) : Inside(name.Type);
            }
        }
    }

    /// <summary>Adds the names of one sentence's labels.</summary>
    public static void ToNames(ReadOnlySpan<int> labels, int first, List<NameSpan> names)
    {
        for (int i = 0; i < labels.Length;)
        {
            if (labels[i] == Outside)
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < labels.Length && labels[end] == Inside(Type(labels[i])))
            {
                end++;
            }

            names.Add(new NameSpan(first + i, first + end, Type(labels[i])));
            i = end;
        }
    }
}
