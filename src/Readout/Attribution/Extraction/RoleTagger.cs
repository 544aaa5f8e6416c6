using System.Collections.Concurrent;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>
/// Tags sources, cues and contents over a whole article (in PolNeAR each word plays one role at most), with a
/// conditional random field on a recurrent encoder in 8-bit arithmetic and Viterbi decoding. Immutable, thread-safe.
/// </summary>
internal sealed class RoleTagger(RoleModel model, Int8Kernel kernel)
{
    private static readonly PairwiseCrf Layout = new(RoleLabels.Count);
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public static RoleTagger Load(string path) => new(new RoleModel(ModelFile.Read(path, RoleModel.Kind)), Int8Kernels.Best);

    /// <summary>Spans in text order.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="quoted">Its quotations.</param>
    /// <param name="parse">Its parse; null where there is none, for models that do not read one.</param>
    public List<RoleSpan> Tag(TokenTable tokens, QuotedRows quoted, ParsedText? parse) =>
        RoleLabels.Spans(Label([this], tokens, quoted, parse));

    /// <summary>Labels of all rows by the summed scores of one or several models.</summary>
    public static int[] Label(ReadOnlySpan<RoleTagger> taggers, TokenTable tokens, QuotedRows quoted, ParsedText? parse)
    {
        var labels = new int[tokens.Count];
        foreach ((int First, int End) window in RoleInputs.Windows(tokens))
        {
            int count = window.End - window.First;
            var scores = new float[count * Layout.ScoreCount];
            foreach (RoleTagger tagger in taggers)
            {
                tagger.AddScores(tokens, quoted, parse, window, scores);
            }

            Decode(scores, count, RoleInputs.Breaks(tokens, window), labels.AsSpan(window.First, count));
        }

        return labels;
    }

    /// <summary>Adds the model's scores of a window, [rows, scores]; the sum over several models is an ensemble.</summary>
    public void AddScores(TokenTable tokens, QuotedRows quoted, ParsedText? parse, (int First, int End) window, Span<float> scores)
    {
        if (!_workspaces.TryTake(out Workspace? workspace))
        {
            workspace = new Workspace(new EncoderWorkspace(model.Encoder, kernel));
        }

        int count = window.End - window.First;
        workspace.Encoder.Begin(count);
        for (int i = 0; i < count; i++)
        {
            workspace.Encoder.SetWord(i, tokens.Form(window.First + i));
        }

        int[] extras = RoleInputs.Extras(tokens, quoted, model.ReadsSyntax ? parse : null, window);
        workspace.Encoder.Encode([0, count], model.ReadsSyntax ? extras : RoleInputs.Join(extras));
        Span<float> products = workspace.Products(Int8Gemm.ResultLength(count, model.Output));
        Int8Gemm.Multiply(workspace.Encoder.Activations, model.Output, products, kernel);
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < Layout.ScoreCount; k++)
            {
                scores[(i * Layout.ScoreCount) + k] += products[(i * model.Output.PaddedOutputs) + k] + model.Transitions[k];
            }
        }

        _workspaces.Add(workspace);
    }

    /// <summary>The best allowed labelling.</summary>
    public static void Decode(ReadOnlySpan<float> scores, int count, bool[] breaks, Span<int> labels)
    {
        const int n = RoleLabels.Count;
        var mask = new CrfMask(breaks);
        var from = new byte[count * n];
        Span<float> before = stackalloc float[n];
        Span<float> now = stackalloc float[n];
        for (int t = 0; t < count; t++)
        {
            ReadOnlySpan<float> row = scores.Slice(t * Layout.ScoreCount, Layout.ScoreCount);
            for (int to = 0; to < n; to++)
            {
                float best = float.NegativeInfinity;
                for (int a = 0; a < (t == 0 ? 1 : n); a++)
                {
                    float score = (t == 0 ? 0f : before[a]) + row[Layout.PairAt(a, to)];
                    if (mask.MayFollow(a, to, breaks[t]) && score > best)
                    {
                        (best, from[(t * n) + to]) = (score, (byte)a);
                    }
                }

                now[to] = best + row[to];
            }

            now.CopyTo(before);
        }

        int label = 0;
        for (int b = 1; b < n; b++)
        {
            label = before[b] > before[label] ? b : label;
        }

        for (int t = count - 1; t >= 0; t--)
        {
            labels[t] = label;
            label = from[(t * n) + label];
        }
    }

    private sealed class Workspace(EncoderWorkspace encoder)
    {
        private float[] _products = [];

        public EncoderWorkspace Encoder { get; } = encoder;

        public Span<float> Products(int length)
        {
            if (_products.Length < length)
            {
                _products = new float[length + (length / 4)];
            }

            return _products;
        }
    }
}
