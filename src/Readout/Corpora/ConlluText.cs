using System.Text;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>Rebuilds running text from CoNLL-U sentences: a blank line between paragraphs, one space where white space stood.</summary>
public static class ConlluText
{
    /// <summary>The text with the file's own words, sentences, tags, lemmas and trees over it.</summary>
    public static ParsedText Build(IReadOnlyList<ConlluSentence> sentences)
    {
        TokenTable tokens = BuildTokens(sentences);
        int count = tokens.Count;
        var columns = new ParseColumns
        {
            Upos = new UposTag[count],
            Xpos = new string[count],
            Features = new string[count],
            Lemmas = new string[count],
            Heads = new int[count],
            Relations = new DependencyRelation[count],
        };
        int row = 0;
        foreach (ConlluSentence sentence in sentences)
        {
            int first = row;
            foreach (ConlluWord word in sentence.Words)
            {
                columns.Upos[row] = UposTags.Parse(word.Upos);
                columns.Xpos[row] = word.Xpos;
                columns.Features[row] = word.Features;
                columns.Lemmas[row] = word.Lemma;
                columns.Heads[row] = word.Head < 0 ? -1 : first + word.Head;
                columns.Relations[row] = DependencyRelations.Parse(word.Relation);
                row++;
            }
        }

        return new ParsedText(tokens, columns);
    }

    /// <summary>The file's documents in order.</summary>
    public static IEnumerable<ConlluDocument> Documents(IReadOnlyList<ConlluSentence> sentences)
    {
        int first = 0;
        for (int i = 1; i <= sentences.Count; i++)
        {
            if (i == sentences.Count || sentences[i].BeginsDocument)
            {
                yield return new ConlluDocument(sentences[first].Comment("newdoc id"), sentences.Skip(first).Take(i - first).ToArray());
                first = i;
            }
        }
    }

    /// <summary>The text with the file's own words and sentences over it.</summary>
    public static TokenTable BuildTokens(IReadOnlyList<ConlluSentence> sentences)
    {
        int count = sentences.Sum(sentence => sentence.Words.Count);
        var text = new StringBuilder();
        var (starts, ends, joins) = (new int[count], new int[count], new bool[count]);
        var sentenceStarts = new List<int>();
        var paragraphStarts = new List<int>();
        int row = 0;
        foreach (ConlluSentence sentence in sentences)
        {
            sentenceStarts.Add(row);
            if (sentence.BeginsParagraph || row == 0)
            {
                paragraphStarts.Add(row);
                text.Append(row == 0 ? "" : "\n\n");
            }

            foreach (ConlluWord word in sentence.Words)
            {
                starts[row] = text.Length;
                text.Append(word.Surface);
                ends[row] = text.Length;
                joins[row] = word.JoinsPrevious;
                text.Append(word.SpaceAfter ? " " : "");
                row++;
            }
        }

        sentenceStarts.Add(row);
        paragraphStarts.Add(row);
        (int[] sentenceRows, int[] paragraphRows) = row == 0 ? ([0], [0]) : (sentenceStarts.ToArray(), paragraphStarts.ToArray());
        return new TokenTable(text.ToString(), starts, ends, joins, new TokenBounds(sentenceRows, paragraphRows));
    }
}
