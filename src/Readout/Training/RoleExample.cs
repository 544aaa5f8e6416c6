using Readout.Attribution.Extraction;
using Readout.Corpora;
using Readout.Parsing;
using Readout.Quotations;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>One window of an article with its labels.</summary>
/// <param name="Forms">Words.</param>
/// <param name="Extras">[words, inputs]; see <see cref="RoleInputs"/>.</param>
/// <param name="Labels">[words]; see <see cref="RoleLabels"/>.</param>
/// <param name="Breaks">[words]: where a paragraph begins.</param>
internal sealed record RoleExample(string[] Forms, int[] Extras, int[] Labels, bool[] Breaks)
{
    /// <summary>The windows of a text under a labelling of all its rows.</summary>
    public static IEnumerable<RoleExample> Cut(ParsedText parse, QuotedRows quoted, int[] labels, bool syntax)
    {
        TokenTable tokens = parse.Tokens;
        foreach ((int First, int End) window in RoleInputs.Windows(tokens))
        {
            var forms = new string[window.End - window.First];
            for (int i = 0; i < forms.Length; i++)
            {
                forms[i] = tokens.Form(window.First + i).ToString();
            }

            yield return new RoleExample(
                forms,
                RoleInputs.Extras(tokens, quoted, syntax ? parse : null, window),
                labels[window.First..window.End],
                RoleInputs.Breaks(tokens, window));
        }
    }

    /// <summary>Labels of the rows that annotated spans touch; a span begins anew with each paragraph.</summary>
    public static int[] Label(TokenTable tokens, IReadOnlyList<AttributionRelation> attributions)
    {
        var labels = new int[tokens.Count];
        foreach (AttributionRelation attribution in attributions)
        {
            Fill(tokens, attribution.Content, Role.Content, labels);
            Fill(tokens, attribution.Source, Role.Source, labels);
            Fill(tokens, attribution.Cue, Role.Cue, labels);
        }

        return labels;
    }

    /// <summary>The quotations of a text in its token table.</summary>
    public static QuotedRows Quote(TokenTable tokens, string dataDirectory) =>
        new(tokens, QuotationFinder.Load(dataDirectory).Find(tokens.Text));

    private static void Fill(TokenTable tokens, IReadOnlyList<TextSpan> pieces, Role role, int[] labels)
    {
        foreach (TextSpan piece in pieces)
        {
            int row = tokens.RowAt(piece.Start);
            bool begins = true;
            for (; row < tokens.Count && tokens.Starts[row] < piece.End; row++)
            {
                begins |= row == tokens.ParagraphStarts[tokens.ParagraphOf(row)];
                labels[row] = begins ? RoleLabels.Begin(role) : RoleLabels.Inside(role);
                begins = false;
            }
        }
    }
}
