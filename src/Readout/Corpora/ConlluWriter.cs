using System.Globalization;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>Writes a parse as CoNLL-U (https://universaldependencies.org/format.html), multiword tokens included.</summary>
public static class ConlluWriter
{
    /// <summary>
    /// Writes one document with LF line ends. <paramref name="document"/> becomes <c># newdoc id</c> and the stem of the sentence ids; null writes neither id.
    /// </summary>
    public static void Write(TextWriter writer, ParsedText parse, string? document)
    {
        TokenTable tokens = parse.Tokens;
        int paragraph = 0;
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            int first = tokens.SentenceStarts[s];
            int end = tokens.SentenceStarts[s + 1];
            if (s == 0)
            {
                writer.Write(document is null ? "# newdoc\n" : $"# newdoc id = {document}\n");
            }

            if (paragraph < tokens.ParagraphCount && tokens.ParagraphStarts[paragraph] == first)
            {
                writer.Write("# newpar\n");
                paragraph++;
            }

            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {(document is null ? "" : document + "-")}{s + 1}\n"));
            writer.Write("# text = ");
            writer.Write(SingleLine(tokens.Text[tokens.Starts[first]..tokens.Ends[end - 1]]));
            writer.Write('\n');
            WriteWords(writer, parse, first, end);
            writer.Write('\n');
        }
    }

    private static void WriteWords(TextWriter writer, ParsedText parse, int first, int end)
    {
        TokenTable tokens = parse.Tokens;
        for (int row = first; row < end; row++)
        {
            int last = row;
            while (last + 1 < end && tokens.JoinsPrevious(last + 1))
            {
                last++;
            }

            if (last > row && !tokens.JoinsPrevious(row))
            {
                string form = tokens.Text[tokens.Starts[row]..tokens.Ends[last]];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{row - first + 1}-{last - first + 1}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{SpaceAfter(tokens, last)}\n"));
            }

            int head = parse.Heads[row];
            bool inToken = last > row || tokens.JoinsPrevious(row);
            string misc = inToken ? "_" : SpaceAfter(tokens, row);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{row - first + 1}\t{tokens.Form(row)}\t{parse.Lemma(row)}\t{parse.Upos[row].Name()}\t{parse.Xpos(row)}\t{parse.Features(row)}\t{(parse.HasTrees ? $"{(head < 0 ? 0 : head - first + 1)}\t{parse.Relations[row].Name()}" : "_\t_")}\t_\t{misc}\n"));
        }
    }

    private static string SpaceAfter(TokenTable tokens, int row) => row + 1 < tokens.Count && !tokens.SpaceBefore(row + 1) ? "SpaceAfter=No" : "_";

    private static string SingleLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
