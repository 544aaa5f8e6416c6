namespace Readout.Corpora;

/// <summary>One sentence of a CoNLL-U file.</summary>
public sealed record ConlluSentence
{
    /// <summary>Comment lines without the leading <c>#</c> and white space, in file order.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    /// <summary>Words in order; empty nodes are left out.</summary>
    public required IReadOnlyList<ConlluWord> Words { get; init; }

    /// <summary>Whether a document begins here (<c># newdoc</c>); the first sentence of a file always begins one.</summary>
    public required bool BeginsDocument { get; init; }

    /// <summary>Whether a paragraph begins here (<c># newpar</c> or a new document).</summary>
    public required bool BeginsParagraph { get; init; }

    /// <summary>Value of a <c>key = value</c> comment; null where there is none.</summary>
    public string? Comment(string key)
    {
        foreach (string comment in Comments)
        {
            if (comment.StartsWith(key, StringComparison.Ordinal)
                && comment.AsSpan(key.Length).TrimStart() is ['=', .. var value])
            {
                return value.Trim().ToString();
            }
        }

        return null;
    }
}
