using System.Collections.Concurrent;
using Readout.Models;
using Readout.Tokenization;

namespace Readout.Parsing;

/// <summary>
/// Tags, lemmatizes and parses: a bidirectional recurrent encoder with a biaffine parser (Dozat and Manning 2017) in 8-bit arithmetic,
/// trained on UD English EWT and GUM. Immutable, thread-safe; the same text gives the same parse on every machine.
/// </summary>
public sealed class SyntaxParser
{
    private readonly ParserModel _model;
    private readonly Int8Kernel _kernel;
    private readonly ConcurrentBag<ParserWorkspace> _workspaces = [];

    internal SyntaxParser(ParserModel model, Int8Kernel kernel)
    {
        (_model, _kernel) = (model, kernel);
    }

    /// <summary>Loads <c>models/en/parser.model</c> from the data folder.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">The file is no parser model of this version, or damaged.</exception>
    public static SyntaxParser Load(string dataDirectory) => LoadFile(Path.Combine(dataDirectory, "models", "en", "parser.model"));

    /// <summary>Loads a model file that <c>readout train parser</c> wrote.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">The file is no parser model of this version, or damaged.</exception>
    public static SyntaxParser LoadFile(string path) => new(new ParserModel(ModelFile.Read(path, ParserModel.Kind)), Int8Kernels.Best);

    /// <summary>Tags, lemmas and dependencies of every word. The tokens and sentences are taken as they are.</summary>
    public ParsedText Parse(TokenTable tokens) => Run(tokens, keepStates: false, findTrees: true);

    /// <summary>The same tags and lemmas without dependencies, in about two thirds of the time: every word is a root.</summary>
    public ParsedText Tag(TokenTable tokens) => Run(tokens, keepStates: false, findTrees: false);

    /// <summary>As <see cref="Parse(TokenTable)"/>, with the encoder's states, which attribution reads: their width in bytes and a scale more a word.</summary>
    public ParsedText ParseWithStates(TokenTable tokens) => Run(tokens, keepStates: true, findTrees: true);

    /// <summary>Width of <see cref="ParsedText.States"/>.</summary>
    internal int StateWidth => _model.Encoder.Width;

    /// <summary>Names the encoder that the states come from: 16 hexadecimal digits.</summary>
    internal string StateFingerprint => _model.EncoderFingerprint;

    private ParsedText Run(TokenTable tokens, bool keepStates, bool findTrees)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        int count = tokens.Count;
        var columns = new ParseColumns
        {
            Upos = new UposTag[count],
            Xpos = new string[count],
            Features = new string[count],
            Lemmas = new string[count],
            Heads = new int[count],
            Relations = new DependencyRelation[count],
            HasTrees = findTrees,
            States = keepStates ? new Int8Activations(count, StateWidth) : null,
        };
        if (!_workspaces.TryTake(out ParserWorkspace? workspace))
        {
            workspace = new ParserWorkspace(_model, _kernel);
        }

        workspace.Parse(tokens, columns);
        _workspaces.Add(workspace);
        return new ParsedText(tokens, columns);
    }
}
