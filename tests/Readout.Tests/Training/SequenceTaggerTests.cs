using Readout.Learning;
using Readout.Models;
using Readout.Tagging;
using Readout.Tokenization;
using Readout.Training;

namespace Readout.Tests.Training;

public sealed class SequenceTaggerTests : IDisposable
{
    private static readonly TagScheme[] Schemes = [TagScheme.Bio("span", ["X"]), new("next", ["no", "yes"])];

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"tagger-{Guid.NewGuid():N}.model");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Learns_spans_that_an_extra_input_opens_and_context_closes()
    {
        SequenceTagger tagger = Train(2);
        (TaggedSequence sequence, TokenTable tokens) = Example(new SeededRandom(77));
        int[][] labels = tagger.Tag(tokens, sequence.Extras);
        int right = Enumerable.Range(0, sequence.Forms.Count).Count(i => labels[0][i] == sequence.Labels[0][i]);
        Assert.True(right > 0.95 * sequence.Forms.Count, $"{right} of {sequence.Forms.Count} words");
        SequenceTagger scalar = new(new TaggerModel(ModelFile.Read(_path, TaggerModel.Kind)), Int8Kernel.Scalar);
        Assert.Equal(labels[0], scalar.Tag(tokens, sequence.Extras)[0]);
    }

    [Fact]
    public void Training_gives_the_same_file_whatever_the_threads()
    {
        Train(1);
        byte[] one = File.ReadAllBytes(_path);
        Train(3);
        Assert.Equal(one, File.ReadAllBytes(_path));
    }

    [Fact]
    public void Long_documents_are_tagged_throughout()
    {
        SequenceTagger tagger = Train(2);
        string text = string.Concat(Enumerable.Repeat("red green blue ", 2000));
        var starts = Enumerable.Range(0, 6000).Select(i => (i / 3 * 15) + new[] { 0, 4, 10 }[i % 3]).ToArray();
        int[] ends = [.. starts.Select((s, i) => s + new[] { 3, 5, 4 }[i % 3])];
        var tokens = new TokenTable(text, starts, ends, new bool[6000], new TokenBounds([0, 6000], [0, 6000]));
        Assert.Equal(6000, tagger.Tag(tokens, new int[6000])[0].Length);
        Assert.Throws<ArgumentException>(() => tagger.Tag(tokens, new int[7]));
    }

    private SequenceTagger Train(int threads)
    {
        var random = new SeededRandom(5);
        TaggedSequence[] sequences = [.. Enumerable.Range(0, 60).Select(_ => Example(random).Sequence)];
        var options = new SequenceTaggerOptions
        {
            Encoder = new EncoderOptions { Width = 32, Layers = 1, ExtraSizes = [2] },
            HiddenSize = 32,
            Epochs = 8,
            BatchWords = 300,
            LearningRate = 0.01f,
            Threads = threads,
        };
        new SequenceTaggerTrainer(options, Schemes, sequences, null).Train(_path, _ => 1, _ => { });
        return SequenceTagger.LoadFile(_path);
    }

    /// <summary>A span runs from a marked word to the next "blue".</summary>
    private static (TaggedSequence Sequence, TokenTable Tokens) Example(SeededRandom random)
    {
        string[] forms = [.. Enumerable.Range(0, 40).Select(_ => new[] { "red", "green", "blue" }[random.Next(3)])];
        int[] marks = [.. forms.Select(_ => random.Next(6) == 0 ? 1 : 0)];
        var labels = new int[40];
        for (int i = 0; i < 40; i++)
        {
            bool inside = i > 0 && labels[i - 1] > 0 && forms[i - 1] != "blue";
            labels[i] = inside ? 2 : marks[i];
        }

        var sequence = new TaggedSequence { Forms = forms, Extras = marks, Labels = [labels, [.. Enumerable.Repeat(-1, 40)]] };
        var sentence = new TreebankSentence
        {
            Forms = forms,
            Lemmas = forms,
            Upos = forms,
            Xpos = forms,
            Features = forms,
            Relations = forms,
            Heads = new int[40],
        };
        return (sequence, ParserScore.ToTable([sentence]));
    }
}
