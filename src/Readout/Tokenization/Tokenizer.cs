namespace Readout.Tokenization;

/// <summary>Splits text into words, sentences and paragraphs. Immutable, thread-safe.</summary>
public sealed class Tokenizer
{
    private Tokenizer()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static Tokenizer Load(string dataDirectory) => new();

    /// <summary>The words of a text; any string is accepted.</summary>
    public TokenTable Tokenize(string text) => new(text, [], [], [], new TokenBounds([0], [0]));
}
