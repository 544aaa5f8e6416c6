namespace Readout.Tagging;

/// <summary>
/// One task of a sequence tagger: its labels and which may follow which. BIO labels (<c>O</c>, <c>B-type</c>, <c>I-type</c>) are
/// constrained: <c>I-type</c> only after <c>B-type</c> or <c>I-type</c>. Immutable.
/// </summary>
/// <param name="Name">Name of the task, unique in its model.</param>
/// <param name="Labels">Labels; the first is what a word has that nothing else is said of (<c>O</c>).</param>
public sealed record TagScheme(string Name, IReadOnlyList<string> Labels)
{
    /// <summary>The BIO scheme over some types: <c>O</c>, then <c>B-</c> and <c>I-</c> of each.</summary>
    public static TagScheme Bio(string name, IEnumerable<string> types)
    {
        var labels = new List<string> { "O" };
        foreach (string type in types)
        {
            labels.Add("B-" + type);
            labels.Add("I-" + type);
        }

        return new TagScheme(name, labels);
    }

    /// <summary>The number of a label, -1 if the scheme has none such.</summary>
    public int Number(string label)
    {
        for (int i = 0; i < Labels.Count; i++)
        {
            if (Labels[i] == label)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>[labels + 1, labels]: whether the label of a column may follow that of a row; the last row stands for the start.</summary>
    internal bool[] AllowedSteps()
    {
        int count = Labels.Count;
        var allowed = new bool[(count + 1) * count];
        for (int i = 0; i <= count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                bool inside = Labels[j].StartsWith("I-", StringComparison.Ordinal);
                allowed[(i * count) + j] = !inside || (i < count && Labels[i].Length > 2 && Labels[i].AsSpan(2).SequenceEqual(Labels[j].AsSpan(2)));
            }
        }

        return allowed;
    }
}
