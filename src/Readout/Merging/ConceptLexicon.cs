namespace Readout.Merging;

/// <summary>Words and phrases by the concepts that they name. Filled once, then only read.</summary>
internal sealed class ConceptLexicon
{
    private readonly Dictionary<string, List<(string[] Terms, int Concept)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a word or phrase, as canonical terms, to a concept.</summary>
    public void Add(string[] terms, int concept)
    {
        if (!_byFirst.TryGetValue(terms[0], out List<(string[], int)>? found))
        {
            _byFirst.Add(terms[0], found = []);
        }

        found.Add((terms, concept));
    }

    /// <summary>The concepts of each term: of itself, and of every phrase that it stands in.</summary>
    public IReadOnlyList<int>[] Of(IReadOnlyList<string> terms)
    {
        var concepts = new List<int>?[terms.Count];
        for (int at = 0; at < terms.Count; at++)
        {
            if (!_byFirst.TryGetValue(terms[at], out List<(string[] Terms, int Concept)>? phrases))
            {
                continue;
            }

            foreach ((string[] phrase, int concept) in phrases)
            {
                for (int i = 0; StartsAt(terms, at, phrase) && i < phrase.Length; i++)
                {
                    (concepts[at + i] ??= []).Add(concept);
                }
            }
        }

        return [.. concepts.Select(found => (IReadOnlyList<int>?)found ?? [])];
    }

    private static bool StartsAt(IReadOnlyList<string> terms, int at, string[] phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (at + i >= terms.Count || !string.Equals(terms[at + i], phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
