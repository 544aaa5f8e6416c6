namespace Readout.Merging;

/// <summary>A wording taken apart for many comparisons: the whole first, then its quoted words and its sentences. Immutable.</summary>
public sealed class PreparedWording
{
    private const int LeastWordsOfPart = 5;

    internal PreparedWording(Wording wording, IReadOnlyList<(Wording Wording, WordingTerms Terms)> variants) => (Wording, Variants) = (wording, variants);

    /// <summary>The wording.</summary>
    public Wording Wording { get; }

    /// <summary>What is compared.</summary>
    internal IReadOnlyList<(Wording Wording, WordingTerms Terms)> Variants { get; }

    /// <summary>Whether this stands word for word in another that has more words.</summary>
    public bool IsPartOf(PreparedWording other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ReadOnlySpan<ulong> own = Variants[0].Terms.Words;
        ReadOnlySpan<ulong> words = other.Variants[0].Terms.Words;
        return own.Length >= LeastWordsOfPart && own.Length < words.Length && words.IndexOf(own) >= 0;
    }
}
