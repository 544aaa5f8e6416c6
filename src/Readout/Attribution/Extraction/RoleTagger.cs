using System.Collections.Concurrent;
using Readout.Models;
using Readout.Parsing;

namespace Readout.Attribution.Extraction;

/// <summary>
/// Tags sources, cues and contents over a whole article (in PolNeAR each word plays one role at most): a recurrent encoder in 8-bit arithmetic on the
/// parser's states, and a conditional random field. Immutable, thread-safe.
/// </summary>
internal sealed class RoleTagger(RoleModel model, Int8Kernel kernel)
{
    private readonly ConcurrentBag<(RoleEncoder Encoder, LabelDecoder Decoder)> _workspaces = [];

    /// <summary>Takes the scores of a window.</summary>
    /// <param name="scores">[rows, stride]; see <see cref="RoleScores"/>.</param>
    /// <param name="stride">Floats of a row.</param>
    /// <param name="breaks">Per row, whether a paragraph begins there.</param>
    /// <param name="first">Row of the text that the window begins with.</param>
    public delegate void ScoreSink(ReadOnlySpan<float> scores, int stride, bool[] breaks, int first);

    /// <param name="path">The model.</param>
    /// <param name="parser">Fingerprint of the parser whose states will be read; see <see cref="SyntaxParser.StateFingerprint"/>.</param>
    /// <exception cref="InvalidDataException">The file is broken, or was trained on the states of another parser.</exception>
    public static RoleTagger Load(string path, string parser)
    {
        var model = new RoleModel(ModelFile.Read(path, RoleModel.Kind));
        return model.ParserFingerprint == parser
            ? new RoleTagger(model, Int8Kernels.Best)
            : throw new InvalidDataException(
                $"{path}: trained on the states of parser {model.ParserFingerprint}, the parser here is {parser}. Run `readout train attribution` to train it on this one.");
    }

    /// <summary>Spans of the likeliest labelling, in text order.</summary>
    /// <param name="parse">The text with the states of the parser that the model was trained on.</param>
    /// <param name="quoted">Its quotations.</param>
    /// <exception cref="ArgumentException">The parse has no states, or states of another width.</exception>
    public List<RoleSpan> Tag(ParsedText parse, QuotedRows quoted)
    {
        var spans = new List<RoleSpan>();
        (RoleEncoder Encoder, LabelDecoder Decoder) workspace = Take();
        Score(workspace.Encoder, parse, quoted, (scores, stride, breaks, first) => workspace.Decoder.Decode(scores, stride, breaks, first, spans));
        _workspaces.Add(workspace);
        return spans;
    }

    /// <summary>Hands over the scores, window by window; see <see cref="Tag"/>.</summary>
    public void Score(ParsedText parse, QuotedRows quoted, ScoreSink sink)
    {
        (RoleEncoder Encoder, LabelDecoder Decoder) workspace = Take();
        Score(workspace.Encoder, parse, quoted, sink);
        _workspaces.Add(workspace);
    }

    private void Score(RoleEncoder encoder, ParsedText parse, QuotedRows quoted, ScoreSink sink)
    {
        int width = parse.States?.Stride ?? 0;
        if (width != model.Context.Inputs)
        {
            throw new ArgumentException($"the parse has states of width {width}, the role tagger reads {model.Context.Inputs}: parse with states, or run `readout train attribution`", nameof(parse));
        }

        foreach ((int First, int End) window in RoleInputs.Windows(parse.Tokens))
        {
            encoder.Encode(parse, quoted, window);
            sink(encoder.Scores, encoder.Stride, RoleInputs.Breaks(parse.Tokens, window), window.First);
        }
    }

    private (RoleEncoder Encoder, LabelDecoder Decoder) Take() =>
        _workspaces.TryTake(out (RoleEncoder Encoder, LabelDecoder Decoder) workspace) ? workspace : (new RoleEncoder(model, kernel), new LabelDecoder());
}
