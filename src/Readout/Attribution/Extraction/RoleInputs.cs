using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>What the role tagger reads of a text besides the words: marks, place in sentence and paragraph and, in models that have them, tags and dependencies.</summary>
internal static class RoleInputs
{
    /// <summary>Longest run of rows that is tagged at once; longer texts are cut between paragraphs where there are any.</summary>
    public const int WindowRows = 2048;

    private const int Places = 5;
    private const int Distances = 16;

    /// <summary>Number of values of each input of models without syntax.</summary>
    public static int[] PlainSizes => [QuotedRows.FeatureValues, 4, Places];

    /// <summary>Number of values of each input of models with syntax.</summary>
    public static int[] SyntaxSizes => [.. PlainSizes, 32, DependencyRelations.Count, Distances];

    /// <summary>Whether a model with so many inputs reads the parse.</summary>
    public static bool ReadsSyntax(int inputs) => inputs > PlainSizes.Length;

    /// <summary>Inputs [rows, inputs] of a range of rows.</summary>
    public static int[] Extras(TokenTable tokens, QuotedRows quoted, ParsedText? parse, (int First, int End) rows)
    {
        int stride = parse is null ? PlainSizes.Length : SyntaxSizes.Length;
        var extras = new int[(rows.End - rows.First) * stride];
        int sentence = tokens.SentenceOf(rows.First), paragraph = tokens.ParagraphOf(rows.First);
        for (int row = rows.First; row < rows.End; row++)
        {
            sentence += row == tokens.SentenceStarts[sentence + 1] ? 1 : 0;
            paragraph += row == tokens.ParagraphStarts[paragraph + 1] ? 1 : 0;
            Span<int> input = extras.AsSpan((row - rows.First) * stride, stride);
            input[0] = quoted.MarkFeatures[row];
            input[1] = Math.Min(3, row - tokens.ParagraphStarts[paragraph]);
            input[2] = row == tokens.ParagraphStarts[paragraph] ? 2 : row + 1 == tokens.ParagraphStarts[paragraph + 1] ? 1
                : row == tokens.SentenceStarts[sentence] ? 3 : row + 1 == tokens.SentenceStarts[sentence + 1] ? 4 : 0;
            if (parse is not null)
            {
                input[3] = (int)parse.Upos[row];
                input[4] = (int)parse.Relations[row];
                input[5] = Distance(parse.Heads[row], row);
            }
        }

        return extras;
    }

    /// <summary>The inputs of a model without syntax as one value a row, in mixed radix.</summary>
    public static int[] Join(int[] extras)
    {
        int[] sizes = PlainSizes;
        var joined = new int[extras.Length / sizes.Length];
        for (int row = 0; row < joined.Length; row++)
        {
            for (int input = 0; input < sizes.Length; input++)
            {
                joined[row] = (joined[row] * sizes[input]) + extras[(row * sizes.Length) + input];
            }
        }

        return joined;
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

    // 0 the root, 1 to 7 heads before, 8 to 14 heads behind, by doubling distance.
    private static int Distance(int head, int row)
    {
        if (head < 0)
        {
            return 0;
        }

        int bucket = Math.Min(6, System.Numerics.BitOperations.Log2((uint)Math.Abs(head - row)));
        return head < row ? 1 + bucket : 8 + bucket;
    }
}
