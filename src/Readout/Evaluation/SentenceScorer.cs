using System.Globalization;
using System.Text.Json;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Evaluation;

/// <summary>Scores sentences of single paragraphs against a standoff file such as <c>eval/sentences/newswire.tsv</c>.</summary>
public static class SentenceScorer
{
    /// <summary>Counts of sentences whose first and last word are right.</summary>
    /// <param name="annotation">Rows of document id, start, end and PARAGRAPH or SENTENCE.</param>
    /// <param name="corpus">The newswire corpus, JSON Lines.</param>
    /// <param name="tokenizer">Splits the sentences.</param>
    /// <exception cref="IOException">A file is missing.</exception>
    public static Score Score(string annotation, string corpus, Tokenizer tokenizer)
    {
        var rows = TsvFile.Rows(annotation, 4).ToLookup(row => row[0]);
        var total = default(Score);
        foreach (string line in File.ReadLines(corpus))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            if (rows.Contains(id))
            {
                total += ScoreDocument(tokenizer.Tokenize(json.RootElement.GetProperty("text").GetString()!), [.. rows[id]]);
            }
        }

        return total;
    }

    private static Score ScoreDocument(TokenTable tokens, string[][] rows)
    {
        var map = new CodePointMap(tokens.Text);
        TextSpan Span(string[] row) => new(
            map.ToUtf16(int.Parse(row[1], CultureInfo.InvariantCulture)), map.ToUtf16(int.Parse(row[2], CultureInfo.InvariantCulture)));
        HashSet<TextSpan> gold = [.. rows.Where(row => row[3] == "SENTENCE").Select(row => Trim(Span(row), tokens.Text))];
        TextSpan[] paragraphs = [.. rows.Where(row => row[3] == "PARAGRAPH").Select(Span)];
        var found = new HashSet<TextSpan>();
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            TextSpan sentence = tokens.Span(tokens.SentenceStarts[s], tokens.SentenceStarts[s + 1]);
            if (Array.Exists(paragraphs, paragraph => paragraph.Overlaps(sentence)))
            {
                found.Add(sentence);
            }
        }

        return new Score(gold.Count(found.Contains), gold.Count, found.Count);
    }

    private static TextSpan Trim(TextSpan span, string text)
    {
        ReadOnlySpan<char> inner = span.In(text);
        int start = span.Start + inner.Length - inner.TrimStart().Length;
        return new TextSpan(start, start + inner.Trim().Length);
    }
}
