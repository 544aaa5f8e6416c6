namespace Readout.Tagging;

/// <summary>Lemmas already found, by form and tags, so that a frequent word's string is built once. A slot keeps its latest word. Not thread-safe.</summary>
internal sealed class LemmaCache(LemmaRules rules)
{
    private const int Capacity = 1 << 14;

    private readonly ulong[] _keys = new ulong[Capacity];
    private readonly string?[] _lemmas = new string?[Capacity];

    /// <param name="form">The form as written.</param>
    /// <param name="wordKey">A hash of the form.</param>
    /// <param name="tagKey">The tags' part of the rules' keys.</param>
    public string Get(ReadOnlySpan<char> form, ulong wordKey, ulong tagKey)
    {
        ulong key = wordKey ^ tagKey;
        int slot = (int)(key >> 32) & (Capacity - 1);
        if (_lemmas[slot] is { } known && _keys[slot] == key)
        {
            return known;
        }

        Span<char> buffer = stackalloc char[256];
        int length = rules.Lemmatize(form, tagKey, buffer);
        string lemma = length < 1 ? form.ToString() : buffer[..length].ToString();
        (_keys[slot], _lemmas[slot]) = (key, lemma);
        return lemma;
    }
}
