using System.Globalization;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>Shares of words right on gold tokens, each from 0 to 1, punctuation included; LAS compares universal relations.</summary>
/// <param name="Words">Number of words.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Features">UD features, all of a word.</param>
/// <param name="Lemmas">Lemma.</param>
/// <param name="Uas">Head.</param>
/// <param name="Las">Head and relation.</param>
public readonly record struct ParserScore(
    int Words, double Upos, double Xpos, double Features, double Lemmas, double Uas, double Las)
{
    /// <summary>Parses the sentences on their own tokens and counts.</summary>
    public static ParserScore Evaluate(SyntaxParser parser, IReadOnlyList<TreebankSentence> sentences)
    {
        var right = new int[6];
        int words = 0;
        foreach (TreebankSentence[] chunk in sentences.Chunk(64))
        {
            ParsedText parse = parser.Parse(ToTable(chunk));
            int row = 0;
            foreach (TreebankSentence sentence in chunk)
            {
                Count(parse, sentence, row, right);
                row += sentence.Count;
            }

            words += row;
        }

        double Share(int i) => right[i] / (double)Math.Max(1, words);
        return new ParserScore(words, Share(0), Share(1), Share(2), Share(3), Share(4), Share(5));
    }

    /// <summary>The gold tokens of some sentences as a table, one space between two words.</summary>
    public static TokenTable ToTable(IReadOnlyList<TreebankSentence> sentences)
    {
        string[] forms = [.. sentences.SelectMany(s => s.Forms)];
        var starts = new int[forms.Length];
        var ends = new int[forms.Length];
        int offset = 0;
        for (int i = 0; i < forms.Length; i++)
        {
            (starts[i], ends[i]) = (offset, offset + forms[i].Length);
            offset = ends[i] + 1;
        }

        var bounds = new List<int> { 0 };
        foreach (TreebankSentence sentence in sentences)
        {
            bounds.Add(bounds[^1] + sentence.Count);
        }

        int[] paragraphs = forms.Length == 0 ? [0] : [0, forms.Length];
        return new TokenTable(string.Join(' ', forms), starts, ends, new bool[forms.Length], new TokenBounds([.. bounds], paragraphs));
    }

    /// <summary>Percentages in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"UPOS {100 * Upos:F2}  XPOS {100 * Xpos:F2}  feats {100 * Features:F2}  lemma {100 * Lemmas:F2}  UAS {100 * Uas:F2}  LAS {100 * Las:F2}");

    private static void Count(ParsedText parse, TreebankSentence sentence, int start, int[] right)
    {
        for (int i = 0; i < sentence.Count; i++)
        {
            int row = start + i;
            bool head = parse.Heads[row] == (sentence.Heads[i] == 0 ? -1 : start + sentence.Heads[i] - 1);
            bool relation = parse.Relations[row].Universal() == DependencyRelations.Parse(sentence.Relations[i]).Universal();
            right[0] += parse.Upos[row].ToString().Equals(sentence.Upos[i], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            right[1] += parse.Xpos(row) == sentence.Xpos[i] ? 1 : 0;
            right[2] += parse.Features(row) == sentence.Features[i] ? 1 : 0;
            right[3] += parse.Lemma(row) == sentence.Lemmas[i] ? 1 : 0;
            right[4] += head ? 1 : 0;
            right[5] += head && relation ? 1 : 0;
        }
    }
}
