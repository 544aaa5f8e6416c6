using Readout.Text;

namespace Readout.Quotations;

/// <summary>
/// Pairs quotation marks paragraph by paragraph, in time linear in the text. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// A mark's side is what its neighbours say where they say it (so <c>“productive“</c> is closed by its second mark), else what its shape
/// says, else whether something is open. What is still open at the end of a paragraph goes on in the next one where that opens with a mark
/// of the same level or closes one that it did not open.
/// </remarks>
internal sealed class QuotationFinder
{
    private readonly MarkScanner _scanner;

    private QuotationFinder(MarkScanner scanner) => _scanner = scanner;

    public static QuotationFinder Load(string dataDirectory) =>
        new(new MarkScanner(Path.Combine(dataDirectory, "quotations", "marks.tsv")));

    /// <summary>Quotations in text order, an enclosing one before what it encloses.</summary>
    public Quotation[] Find(string text)
    {
        var pairing = new MarkPairing(text);
        var marks = new List<QuotationMark>();
        int start = 0;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var paragraph = new TextSpan(start, length < 0 ? text.Length : start + length);
            if (!text.AsSpan(start, paragraph.Length).IsWhiteSpace())
            {
                marks.Clear();
                _scanner.Scan(text, paragraph, marks);
                pairing.Pair(paragraph, marks);
            }

            start = paragraph.End + 1;
        }

        return pairing.Finish();
    }
}
