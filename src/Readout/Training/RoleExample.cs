using Readout.Attribution.Extraction;
using Readout.Corpora;
using Readout.Models;
using Readout.Parsing;
using Readout.Quotations;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>One window of an article with its labels.</summary>
/// <param name="Forms">Words.</param>
/// <param name="States">[words, width]: the parser's.</param>
/// <param name="Places">[words, inputs]; see <see cref="RoleInputs"/>.</param>
/// <param name="Labels">[words]; see <see cref="RoleLabels"/>.</param>
/// <param name="Breaks">[words]: where a paragraph begins.</param>
internal sealed record RoleExample(string[] Forms, Int8Activations States, int[] Places, int[] Labels, bool[] Breaks)
{
    /// <summary>The windows of a text, parsed with states, under a labelling of all its rows.</summary>
    public static IEnumerable<RoleExample> Cut(ParsedText parse, QuotedRows quoted, int[] labels)
    {
        TokenTable tokens = parse.Tokens;
        Int8Activations all = parse.States!;
        foreach ((int First, int End) window in RoleInputs.Windows(tokens))
        {
            var forms = new string[window.End - window.First];
            for (int i = 0; i < forms.Length; i++)
            {
                forms[i] = tokens.Form(window.First + i).ToString();
            }

            var states = new Int8Activations(forms.Length, all.Stride);
            all.Data.AsSpan(window.First * all.Stride, forms.Length * all.Stride).CopyTo(states.Data);
            all.Scales.AsSpan(window.First, forms.Length).CopyTo(states.Scales);
            var places = new int[forms.Length];
            RoleInputs.Join(tokens, quoted, window, places);
            yield return new RoleExample(forms, states, RoleInputs.Split(places), labels[window.First..window.End], RoleInputs.Breaks(tokens, window));
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
