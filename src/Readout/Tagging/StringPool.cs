namespace Readout.Tagging;

/// <summary>Hands out one string per sequence of characters, so that frequent lemmas are built once. A slot keeps its latest string. Not thread-safe.</summary>
internal sealed class StringPool
{
    private const int Capacity = 1 << 14;

    private readonly string?[] _slots = new string?[Capacity];

    public string Get(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        ref string? slot = ref _slots[(hash ^ (hash >> 15)) & (Capacity - 1)];
        if (slot is null || !text.SequenceEqual(slot))
        {
            slot = text.ToString();
        }

        return slot;
    }
}
