using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>What the role tagger reads of a text besides the words and the parser's states: marks, and the place in sentence and paragraph.</summary>
internal static class RoleInputs
{
    /// <summary>Longest run of rows that is tagged at once; longer texts are cut between paragraphs where there are any.</summary>
    public const int WindowRows = 2048;

    private const int ParagraphPlaces = 4;
    private const int SentencePlaces = 5;

    /// <summary>Number of values of each input: place in quotation marks, in the paragraph, in the sentence.</summary>
    public static ReadOnlySpan<int> Sizes => [QuotedRows.FeatureValues, ParagraphPlaces, SentencePlaces];

    /// <summary>Number of values of <see cref="Join"/>.</summary>
    public const int JoinedSize = QuotedRows.FeatureValues * ParagraphPlaces * SentencePlaces;

    /// <summary>The inputs of a range of rows as one value a row, in mixed radix, the first the most significant.</summary>
    public static void Join(TokenTable tokens, QuotedRows quoted, (int First, int End) rows, Span<int> joined)
    {
        ReadOnlySpan<int> sentences = tokens.SentenceStarts, paragraphs = tokens.ParagraphStarts;
        int sentence = tokens.SentenceOf(rows.First), paragraph = tokens.ParagraphOf(rows.First);
        for (int row = rows.First; row < rows.End; row++)
        {
            sentence += row == sentences[sentence + 1] ? 1 : 0;
            paragraph += row == paragraphs[paragraph + 1] ? 1 : 0;
            int inParagraph = Math.Min(ParagraphPlaces - 1, row - paragraphs[paragraph]);
            int inSentence = row == paragraphs[paragraph] ? 2 : row + 1 == paragraphs[paragraph + 1] ? 1
                : row == sentences[sentence] ? 3 : row + 1 == sentences[sentence + 1] ? 4 : 0;
            joined[row - rows.First] = (((quoted.MarkFeatures[row] * ParagraphPlaces) + inParagraph) * SentencePlaces) + inSentence;
        }
    }

    /// <summary>The inputs that <see cref="Join"/> made one, [rows, inputs].</summary>
    public static int[] Split(ReadOnlySpan<int> joined)
    {
        var inputs = new int[joined.Length * Sizes.Length];
        for (int row = 0; row < joined.Length; row++)
        {
            int rest = joined[row];
            for (int input = Sizes.Length - 1; input >= 0; input--)
            {
                inputs[(row * Sizes.Length) + input] = rest % Sizes[input];
                rest /= Sizes[input];
            }
        }

        return inputs;
    }

    /// <summary>Cuts a text into windows of at most <see cref="WindowRows"/> rows, between paragraphs where a window holds the end of one.</summary>
    public static List<(int First, int End)> Windows(TokenTable tokens)
    {
        var windows = new List<(int First, int End)>();
        int first = 0;
        while (first < tokens.Count)
        {
            int end = Math.Min(tokens.Count, first + WindowRows);
            int start = end < tokens.Count ? tokens.ParagraphStarts[tokens.ParagraphOf(end)] : end;
            end = start > first ? start : end;
            windows.Add((first, end));
            first = end;
        }

        return windows;
    }

    /// <summary>Per row of a window, whether a paragraph begins there.</summary>
    public static bool[] Breaks(TokenTable tokens, (int First, int End) rows)
    {
        var breaks = new bool[rows.End - rows.First];
        int paragraph = tokens.ParagraphOf(rows.First);
        breaks[0] = true;
        for (int next = paragraph + 1; next < tokens.ParagraphCount && tokens.ParagraphStarts[next] < rows.End; next++)
        {
            breaks[tokens.ParagraphStarts[next] - rows.First] = true;
        }

        return breaks;
    }
}
