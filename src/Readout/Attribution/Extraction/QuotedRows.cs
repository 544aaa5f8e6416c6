using Readout.Quotations;
using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>Where the quotations of a text stand in its token table. Immutable.</summary>
internal sealed class QuotedRows
{
    // A quotation of fewer rows, its marks included, is likelier a title, a nickname or a borrowed word than speech.
    private const int ShortRows = 6;

    private readonly int[] _quotationOf;
    private readonly (int First, int End)[] _inner;

    public QuotedRows(TokenTable tokens, Quotation[] quotations)
    {
        Quotations = quotations;
        _quotationOf = new int[tokens.Count];
        _inner = new (int, int)[quotations.Length];
        MarkFeatures = new byte[tokens.Count];
        Array.Fill(_quotationOf, -1);
        for (int i = 0; i < quotations.Length; i++)
        {
            Quotation quotation = quotations[i];
            int first = tokens.RowAt(quotation.Inner.Start);
            int end = first;
            while (end < tokens.Count && tokens.Starts[end] < quotation.Inner.End)
            {
                end++;
            }

            _inner[i] = (first, end);
            if (quotation.Parent < 0)
            {
                Place(tokens, i, tokens.RowAt(quotation.Outer.Start));
            }
        }
    }

    /// <summary>The quotations that are placed.</summary>
    public Quotation[] Quotations { get; }

    /// <summary>Number of values of <see cref="MarkFeatures"/>.</summary>
    public const int FeatureValues = 9;

    /// <summary>Per row: 0 outside marks, 1 the first row in them, 2 inside, 3 the last, 4 inside marks that do not close; plus 4 in a short quotation.</summary>
    public byte[] MarkFeatures { get; }

    /// <summary>The outermost quotation that holds the row, its marks included; -1 outside.</summary>
    public int Of(int row) => _quotationOf[row];

    /// <summary>Rows between the marks of a quotation.</summary>
    public (int First, int End) Inner(int quotation) => _inner[quotation];

    private void Place(TokenTable tokens, int quotation, int first)
    {
        int end = first;
        while (end < tokens.Count && tokens.Starts[end] < Quotations[quotation].Outer.End)
        {
            _quotationOf[end++] = quotation;
        }

        bool isClosed = Quotations[quotation].Ending == QuotationEnding.Closed;
        int offset = end - first < ShortRows ? 4 : 0;
        for (int row = first; row < end; row++)
        {
            int place = row == first ? 1 : !isClosed ? 4 : row == end - 1 ? 3 : 2;
            MarkFeatures[row] = (byte)Math.Min(FeatureValues - 1, place + offset);
        }
    }
}
