namespace Readout.Corpora;

/// <summary>
/// Reads coreference from the MISC column of CoNLL-U, as OntoGUM writes it: <c>Entity=(2(3</c> opens chains 2 and 3 at a word, <c>3)</c> closes one,
/// <c>(4)</c> is a mention of one word (https://gucorpling.org/gum/).
/// </summary>
public static class CorefCorpus
{
    private const string Attribute = "Entity=";

    /// <summary>The documents of all .conllu files of a folder and its folders, in ordinal order of the paths.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or a bracket closes a chain that is not open; the message names place and chain.</exception>
    public static IEnumerable<CorefDocument> Read(string directory)
    {
        string[] paths = [.. Directory.EnumerateFiles(directory, "*.conllu", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (paths.Length == 0)
        {
            throw new InvalidDataException($"{directory}: expected .conllu files, found none");
        }

        foreach (string path in paths)
        {
            foreach (ConlluDocument document in ConlluText.Documents(ConlluReader.Read(path)))
            {
                yield return new CorefDocument(document.Id ?? path, ConlluText.BuildTokens(document.Sentences), Chains(document, path));
            }
        }
    }

    private static IReadOnlyList<IReadOnlyList<(int First, int End)>> Chains(ConlluDocument document, string path)
    {
        var chains = new SortedDictionary<string, List<(int First, int End)>>(StringComparer.Ordinal);
        var open = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
        int row = 0;
        foreach (ConlluWord word in document.Sentences.SelectMany(sentence => sentence.Words))
        {
            int at = word.Misc.IndexOf(Attribute, StringComparison.Ordinal);
            string marks = at < 0 ? "" : word.Misc[(at + Attribute.Length)..].Split('|')[0];
            foreach (string mark in marks.Replace("(", " (", StringComparison.Ordinal).Replace(")", ") ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string chain = mark.Trim('(', ')');
                if (mark[0] == '(')
                {
                    (open.TryGetValue(chain, out Stack<int>? starts) ? starts : open[chain] = new Stack<int>()).Push(row);
                }

                if (mark[^1] == ')')
                {
                    int first = open.TryGetValue(chain, out Stack<int>? starts) && starts.Count > 0
                        ? starts.Pop() : throw new InvalidDataException($"{path}: word {row + 1}: chain {chain} closes without having been opened");
                    (chains.TryGetValue(chain, out List<(int First, int End)>? mentions) ? mentions : chains[chain] = []).Add((first, row + 1));
                }
            }

            row++;
        }

        return [.. chains.Values];
    }
}
