using Readout.Text;

namespace Readout.Tokenization;

/// <summary>
/// The syntactic words of one text in text order, as a table of columns. Immutable and thread-safe after construction.
/// </summary>
/// <remarks>
/// A row is a UD syntactic word and covers a non-empty span of the text; spans are ascending and never overlap.
/// Clitics are rows of their own (<c>do|n't</c>, <c>leader|'s</c>, <c>can|not</c>): a row with
/// <see cref="JoinsPrevious"/> belongs to the same orthographic token (UD multiword token) as the row before it.
/// Sentences and paragraphs are contiguous row ranges that cover the table; a sentence never crosses a paragraph.
/// <code>
/// row        0      1     2    3      4
/// text       We     do    n't  know   .
/// starts     0      3     5    9      13
/// ends       2      5     8    13     14
/// joins      -      -     x    -      -
/// sentences  0 ............................ 5
/// </code>
/// </remarks>
public sealed class TokenTable
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly bool[] _joins;
    private readonly int[] _sentences;
    private readonly int[] _paragraphs;

    /// <summary>Takes ownership of the columns; the caller must not change them afterwards.</summary>
    /// <param name="text">The text that the offsets point into.</param>
    /// <param name="starts">First UTF-16 offset of each row, [Count].</param>
    /// <param name="ends">Offset after the last code unit of each row, [Count].</param>
    /// <param name="joins">Whether the row continues the orthographic token of the row before, [Count].</param>
    /// <param name="bounds">First rows of sentences and paragraphs.</param>
    /// <exception cref="ArgumentException">The columns differ in length or the bounds do not cover the table.</exception>
    public TokenTable(string text, int[] starts, int[] ends, bool[] joins, TokenBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (starts.Length != ends.Length || starts.Length != joins.Length)
        {
            throw new ArgumentException($"columns differ in length: {starts.Length}, {ends.Length}, {joins.Length}", nameof(ends));
        }

        RequireCover(bounds.Sentences, starts.Length, nameof(bounds.Sentences));
        RequireCover(bounds.Paragraphs, starts.Length, nameof(bounds.Paragraphs));
        Text = text;
        _starts = starts;
        _ends = ends;
        _joins = joins;
        _sentences = bounds.Sentences;
        _paragraphs = bounds.Paragraphs;
    }

    /// <summary>The text that all spans point into.</summary>
    public string Text { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _starts.Length;

    /// <summary>First UTF-16 offset of each row, [Count].</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Offset after each row, [Count].</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>Number of sentences.</summary>
    public int SentenceCount => _sentences.Length - 1;

    /// <summary>First row of each sentence and, last, <see cref="Count"/>: [SentenceCount + 1].</summary>
    public ReadOnlySpan<int> SentenceStarts => _sentences;

    /// <summary>Number of paragraphs: runs of text between line ends that hold at least one row.</summary>
    public int ParagraphCount => _paragraphs.Length - 1;

    /// <summary>First row of each paragraph and, last, <see cref="Count"/>: [ParagraphCount + 1].</summary>
    public ReadOnlySpan<int> ParagraphStarts => _paragraphs;

    /// <summary>The characters of a row as written.</summary>
    public ReadOnlySpan<char> Form(int row) => Text.AsSpan(_starts[row], _ends[row] - _starts[row]);

    /// <summary>The span of a row.</summary>
    public TextSpan Span(int row) => new(_starts[row], _ends[row]);

    /// <summary>The span from row <paramref name="first"/> through row <paramref name="end"/> - 1; empty where the range is.</summary>
    public TextSpan Span(int first, int end) =>
        end > first ? new(_starts[first], _ends[end - 1]) : new(first < Count ? _starts[first] : Text.Length, first < Count ? _starts[first] : Text.Length);

    /// <summary>Whether the row continues the orthographic token of the row before (a UD multiword token).</summary>
    public bool JoinsPrevious(int row) => _joins[row];

    /// <summary>Whether white space or the start of the text stands before the row.</summary>
    public bool SpaceBefore(int row) => row == 0 ? true : _ends[row - 1] < _starts[row];

    /// <summary>Index of the sentence that holds the row; O(log n).</summary>
    public int SentenceOf(int row) => BoundOf(_sentences, row);

    /// <summary>Index of the paragraph that holds the row; O(log n).</summary>
    public int ParagraphOf(int row) => BoundOf(_paragraphs, row);

    /// <summary>First row whose span ends after <paramref name="offset"/>; <see cref="Count"/> where none does.</summary>
    public int RowAt(int offset)
    {
        int at = Array.BinarySearch(_ends, offset + 1);
        return at >= 0 ? at : ~at;
    }

    private static int BoundOf(int[] bounds, int row)
    {
        int at = Array.BinarySearch(bounds, row);
        return at >= 0 ? at : ~at - 1;
    }

    private static void RequireCover(int[] bounds, int count, string name)
    {
        if (bounds.Length == 0 || bounds[0] != 0 || bounds[^1] != count)
        {
            throw new ArgumentException($"{name} must start at 0 and end at {count}", nameof(bounds));
        }
    }
}
