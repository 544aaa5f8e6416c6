using Readout.Models;

namespace Readout.Training;

/// <summary>
/// Text without annotation and the parsers that label it for another to learn from: distillation of an ensemble into one model (Hinton et al. 2015;
/// for parsers Kuncoro et al. 2016), with soft labels.
/// </summary>
/// <param name="Sentences">Words by sentence.</param>
/// <param name="TeacherFiles">Model files of parsers trained on the same treebanks.</param>
public sealed record SilverText(IReadOnlyList<IReadOnlyList<string>> Sentences, IReadOnlyList<string> TeacherFiles)
{
    private const int ShortestSentence = 3;
    private const int LongestSentence = 100;

    private IEnumerable<IReadOnlyList<string>> Usable => Sentences.Where(s => s.Count is >= ShortestSentence and <= LongestSentence);

    /// <summary>The words that have a vector, as often as they occur.</summary>
    internal IEnumerable<string> KnownWords(WordVectors? vectors) =>
        vectors is null ? [] : Usable.SelectMany(s => s).Where(word => vectors.Find(LexicalFeatures.WordHash(word)) >= 0);

    /// <summary>The usable sentences as the teachers label them.</summary>
    /// <exception cref="InvalidDataException">A teacher has other labels than <paramref name="labels"/>.</exception>
    internal ParserExample[] Label(ParserLabels labels, EncoderParameters encoder, ParallelOptions parallel)
    {
        ParserTeachers[] teachers = [.. Enumerable.Range(0, Math.Max(1, parallel.MaxDegreeOfParallelism)).Select(_ => new ParserTeachers(TeacherFiles, labels))];
        IReadOnlyList<string>[] sentences = [.. Usable];
        var examples = new ParserExample[sentences.Length];
        Parallel.For(0, teachers.Length, parallel, worker =>
        {
            for (int i = worker; i < sentences.Length; i += teachers.Length)
            {
                (int[] heads, ParserTargets targets) = teachers[worker].Label(sentences[i]);
                examples[i] = new ParserExample(new EncoderFeatures(sentences[i], [], encoder), heads, targets);
            }
        });
        return examples;
    }
}
