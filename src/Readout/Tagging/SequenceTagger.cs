using System.Collections.Concurrent;
using Readout.Models;
using Readout.Tokenization;

namespace Readout.Tagging;

/// <summary>
/// Labels every word of a text for one or more tasks: the encoder of the parser's kind over sentences or whole documents, label scores and
/// the best allowed path, in 8-bit arithmetic. Immutable, thread-safe; the same text gives the same labels on every machine.
/// </summary>
public sealed class SequenceTagger
{
    private readonly TaggerModel _model;
    private readonly Int8Kernel _kernel;
    private readonly ConcurrentBag<TaggerWorkspace> _workspaces = [];

    internal SequenceTagger(TaggerModel model, Int8Kernel kernel)
    {
        (_model, _kernel) = (model, kernel);
    }

    /// <summary>The tasks in the order of the results.</summary>
    public IReadOnlyList<TagScheme> Schemes => _model.Schemes;

    /// <summary>Number of further discrete inputs per word.</summary>
    public int ExtraCount => _model.Encoder.ExtraCount;

    /// <summary>Loads a model file.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">The file is no tagger of this version, or damaged.</exception>
    public static SequenceTagger LoadFile(string path) => new(new TaggerModel(ModelFile.Read(path, TaggerModel.Kind)), Int8Kernels.Best);

    /// <summary>Labels a text.</summary>
    /// <param name="tokens">Words and sentences.</param>
    /// <param name="extras">[words, <see cref="ExtraCount"/>] further inputs, row after row; values outside an input's range count as 0.</param>
    /// <returns>Per task [words] the number of each word's label in the task's scheme.</returns>
    /// <exception cref="ArgumentException"><paramref name="extras"/> has another length.</exception>
    public int[][] Tag(TokenTable tokens, ReadOnlySpan<int> extras)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (extras.Length != tokens.Count * ExtraCount)
        {
            throw new ArgumentException($"{extras.Length} extra inputs for {tokens.Count} words, expected {tokens.Count * ExtraCount}.", nameof(extras));
        }

        int[][] labels = [.. Schemes.Select(_ => new int[tokens.Count])];
        if (!_workspaces.TryTake(out TaggerWorkspace? workspace))
        {
            workspace = new TaggerWorkspace(_model, _kernel);
        }

        workspace.Tag(tokens, extras, labels);
        _workspaces.Add(workspace);
        return labels;
    }
}
