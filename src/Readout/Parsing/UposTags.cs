namespace Readout.Parsing;

/// <summary>CoNLL-U names of <see cref="UposTag"/>.</summary>
public static class UposTags
{
    // In the order of the enumeration.
    private static readonly string[] Names =
    [
        "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
    ];

    /// <summary>Number of tags.</summary>
    public static int Count => Names.Length;

    /// <summary>The CoNLL-U name, such as <c>PROPN</c>.</summary>
    public static string Name(this UposTag tag) => Names[(int)tag];

    /// <summary>The tag of a CoNLL-U name; <see cref="UposTag.X"/> for any other string.</summary>
    public static UposTag Parse(ReadOnlySpan<char> name)
    {
        for (int i = 1; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                return (UposTag)i;
            }
        }

        return UposTag.X;
    }
}
