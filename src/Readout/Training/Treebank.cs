using Readout.Corpora;

namespace Readout.Training;

/// <summary>Reads treebanks for training and scoring.</summary>
public static class Treebank
{
    /// <summary>The sentences of a CoNLL-U file.</summary>
    /// <exception cref="InvalidDataException">A line is malformed.</exception>
    public static IReadOnlyList<TreebankSentence> Read(string path) => [.. ConlluReader.Read(path).Select(Convert)];

    private static TreebankSentence Convert(ConlluSentence sentence) => new()
    {
        Forms = [.. sentence.Words.Select(w => w.Surface)],
        Lemmas = [.. sentence.Words.Select(w => w.Lemma)],
        Upos = [.. sentence.Words.Select(w => w.Upos)],
        Xpos = [.. sentence.Words.Select(w => w.Xpos)],
        Features = [.. sentence.Words.Select(w => w.Features)],
        Heads = [.. sentence.Words.Select(w => w.Head + 1)],
        Relations = [.. sentence.Words.Select(w => w.Relation)],
    };
}
