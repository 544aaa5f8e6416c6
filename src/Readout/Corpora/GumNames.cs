using System.Globalization;
using Readout.Entities;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>
/// Names in the entity layer of GUM (https://gucorpling.org/gum/entities.html): of each mention whose head is a proper noun the run of proper nouns about the head,
/// without titles and articles. Demonyms outside such mentions are added from the gazetteer.
/// </summary>
internal sealed class GumNames(NameLabels labels, NameGazetteer gazetteer, IReadOnlySet<string> honorifics)
{
    /// <summary>The documents of a CoNLL-U file with GUM's <c>Entity=</c> annotation.</summary>
    public IEnumerable<NameDocument> Read(string path)
    {
        foreach (ConlluDocument document in ConlluText.Documents(ConlluReader.Read(path)))
        {
            TokenTable tokens = ConlluText.BuildTokens(document.Sentences);
            var names = new List<NameSpan>();
            int first = 0;
            foreach (ConlluSentence sentence in document.Sentences)
            {
                AddSentence(sentence, first, names);
                first += sentence.Words.Count;
            }

            yield return new NameDocument(document.Id ?? path, tokens, names);
        }
    }

    private void AddSentence(ConlluSentence sentence, int offset, List<NameSpan> names)
    {
        var taken = new bool[sentence.Words.Count];
        var found = new List<NameSpan>();
        foreach (GumMention mention in Mentions(sentence).OrderByDescending(m => m.End - m.First).ThenBy(m => m.First))
        {
            (int first, int end) = NameRange(sentence, mention);
            if (end <= first || taken.AsSpan(first, end - first).Contains(true))
            {
                continue;
            }

            string text = string.Join(' ', sentence.Words.Skip(first).Take(end - first).Select(word => word.Form));
            if (labels.Map("gum", mention.Type, text) is { } type)
            {
                bool people = type is EntityType.Person or EntityType.Organization && (gazetteer.Lookup(text) & NameClass.Demonym) != 0;
                found.Add(new NameSpan(offset + first, offset + end, people ? EntityType.Norp : type));
                taken.AsSpan(first, end - first).Fill(true);
            }
        }

        for (int i = 0; i < taken.Length; i++)
        {
            ConlluWord word = sentence.Words[i];
            if (!taken[i] && word.Upos is "ADJ" or "PROPN" && char.IsUpper(word.Form[0]) && (gazetteer.Lookup(word.Form) & NameClass.Demonym) != 0)
            {
                found.Add(new NameSpan(offset + i, offset + i + 1, EntityType.Norp));
            }
        }

        names.AddRange(found.OrderBy(name => name.First));
    }

    private (int First, int End) NameRange(ConlluSentence sentence, GumMention mention)
    {
        int head = mention.Head;
        if (head >= mention.End || sentence.Words[head].Upos != "PROPN")
        {
            return (0, 0);
        }

        int first = head;
        while (first > mention.First && IsNamePart(sentence.Words[first - 1]))
        {
            first--;
        }

        int end = head + 1;
        while (end < mention.End && IsNamePart(sentence.Words[end]))
        {
            end++;
        }

        while (mention.Type == "organization" && end + 1 < mention.End && sentence.Words[end].Form is "of" or "for" or "and" or "&")
        {
            int next = end + (sentence.Words[end + 1].Form == "the" && end + 2 < mention.End ? 2 : 1);
            if (!IsNamePart(sentence.Words[next]))
            {
                break;
            }

            end = next + 1;
            while (end < mention.End && IsNamePart(sentence.Words[end]))
            {
                end++;
            }
        }

        while (mention.Type == "person" && first < end && honorifics.Contains(sentence.Words[first].Form.ToLowerInvariant()))
        {
            first++;
        }

        while (end > first && sentence.Words[end - 1].Form is "-" or "'s" or "\u2019s")
        {
            end--;
        }

        return (first, end);
    }

    private static bool IsNamePart(ConlluWord word) =>
        word.Upos == "PROPN" || word.Form is "-" || (word.Upos is "ADJ" or "NOUN" or "NUM" && char.IsUpper(word.Form[0]));

    private static List<GumMention> Mentions(ConlluSentence sentence)
    {
        var mentions = new List<GumMention>();
        var open = new List<(string Id, string[] Fields, int First)>();
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            foreach (string part in Brackets(sentence.Words[i].Misc))
            {
                string body = part.Trim('(', ')');
                string[] fields = body.Split('-');
                if (part[0] == '(')
                {
                    open.Add((fields[0], fields, i));
                }

                if (part[^1] == ')')
                {
                    int at = open.FindLastIndex(entry => entry.Id == fields[0]);
                    if (at >= 0)
                    {
                        Close(mentions, open[at], i + 1);
                        open.RemoveAt(at);
                    }
                }
            }
        }

        return mentions;
    }

    // Fields: group, type, information status, salience, centering, minimal span (positions in the mention, from 1), link, identity.
    private static void Close(List<GumMention> mentions, (string Id, string[] Fields, int First) entry, int end)
    {
        if (entry.Fields.Length < 6)
        {
            return;
        }

        string[] span = entry.Fields[5].Split(',');
        if (int.TryParse(span[0], NumberStyles.None, CultureInfo.InvariantCulture, out int head))
        {
            mentions.Add(new GumMention(entry.First, end, entry.First + head - 1, entry.Fields[1]));
        }
    }

    private static IEnumerable<string> Brackets(string misc)
    {
        int at = misc.IndexOf("Entity=", StringComparison.Ordinal);
        if (at < 0)
        {
            yield break;
        }

        int end = misc.IndexOf('|', at);
        string value = misc[(at + 7)..(end < 0 ? misc.Length : end)];
        int start = 0;
        for (int i = 0; i < value.Length; i++)
        {
            bool opensNext = i + 1 < value.Length && value[i + 1] == '(';
            if (value[i] == ')' || opensNext || i == value.Length - 1)
            {
                yield return value[start..(i + 1)];
                start = i + 1;
            }
        }
    }

    private readonly record struct GumMention(int First, int End, int Head, string Type);
}
