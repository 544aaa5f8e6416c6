using Readout.Learning;
using Readout.Parsing;
using Readout.Tests.Tokenization;
using Readout.Tokenization;
using Readout.Training;

namespace Readout.Tests.Training;

public sealed class ParserTrainerTests : IDisposable
{
    private const string Text =
        "The minister met the old president in Selkow . The president spoke . Two ministers signed a pact with the union . "
        + "She said that the talks had failed . The old pact fell .";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parser");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_student_of_teachers_is_the_same_whatever_the_threads()
    {
        TreebankSentence[] sentences = Sentences();
        string teacher = Train("teacher", sentences, null, 1);
        var silver = new SilverText([.. sentences.Select(s => s.Forms)], [teacher, teacher]);
        byte[] one = File.ReadAllBytes(Train("one", sentences, silver, 1));
        Assert.Equal(one, File.ReadAllBytes(Train("two", sentences, silver, 2)));
        Assert.NotEqual(one, File.ReadAllBytes(Train("gold", sentences, null, 1)));
        ParserScore score = ParserScore.Evaluate(SyntaxParser.LoadFile(Path.Combine(_folder.FullName, "one")), sentences);
        Assert.True(score.Upos > 0.5, $"a student learns its five sentences: {score}");
    }

    [Fact]
    public void A_teacher_with_other_labels_is_refused()
    {
        string shipped = Path.Combine(Reader.DefaultDataDirectory, "models", "en", "parser.model");
        TreebankSentence[] sentences = Sentences();
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Train("student", sentences, new SilverText([sentences[0].Forms], [shipped]), 1));
        Assert.Contains(shipped, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_average_lags_behind_the_parameters_and_can_be_exchanged_with_them()
    {
        var set = new ParameterSet(1);
        Parameter parameter = set.Add("p", 1, 16, ParameterKind.Bias);
        var average = new ParameterAverage(set);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        for (int step = 0; step < 1600; step++)
        {
            parameter.Value.AsSpan().Fill(step);
            average.Update(parallel);
        }

        average.Swap();
        Assert.InRange(parameter.Value.AsSpan()[0], 500f, 1500f);
        average.Swap();
        Assert.Equal(1599f, parameter.Value.AsSpan()[0]);
    }

    private string Train(string name, TreebankSentence[] sentences, SilverText? silver, int threads)
    {
        var options = new ParserOptions
        {
            Encoder = new EncoderOptions { Width = 32, Layers = 1, FirstIsRecurrent = true, MinimumCount = 1 },
            ArcSize = 16,
            LabelSize = 16,
            TagSize = 16,
            Epochs = 40,
            BatchWords = 20,
            Threads = threads,
        };
        string path = Path.Combine(_folder.FullName, name);
        new ParserTrainer(options, sentences, null, silver).Train(path, [], _ => { });
        return path;
    }

    /// <summary>Sentences as the shipped parser reads them.</summary>
    private static TreebankSentence[] Sentences()
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(Text);
        ParsedText parse = SyntaxParser.Load(Reader.DefaultDataDirectory).Parse(tokens);
        var sentences = new TreebankSentence[tokens.SentenceCount];
        for (int s = 0; s < sentences.Length; s++)
        {
            int first = tokens.SentenceStarts[s];
            int[] rows = [.. Enumerable.Range(first, tokens.SentenceStarts[s + 1] - first)];
            sentences[s] = new TreebankSentence
            {
                Forms = [.. rows.Select(row => tokens.Form(row).ToString())],
                Lemmas = [.. rows.Select(parse.Lemma)],
                Upos = [.. rows.Select(row => parse.Upos[row].Name())],
                Xpos = [.. rows.Select(parse.Xpos)],
                Features = [.. rows.Select(parse.Features)],
                Heads = [.. rows.Select(row => parse.Heads[row] < 0 ? 0 : parse.Heads[row] - first + 1)],
                Relations = [.. rows.Select(row => parse.Relations[row].Name())],
            };
        }

        return sentences;
    }
}
