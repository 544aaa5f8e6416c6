using Readout.Corpora;
using Readout.Entities;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>The corpora that the name model is trained and scored on, read with one tokenizer and one label mapping.</summary>
internal sealed class NameCorpora
{
    /// <summary>The paragraphs marked by hand are few and of the text that matters most, so that they are read several times a pass.</summary>
    private const int NewswireRepeats = 5;

    private readonly string _corpora;
    private readonly string _annotations;
    private readonly Tokenizer _tokenizer;
    private readonly NameLabels _labels;
    private readonly GumNames _gum;

    /// <param name="corpora">Folder of the corpora.</param>
    /// <param name="annotations">Folder of the project's own annotations (<c>eval</c>).</param>
    /// <param name="dataDirectory">Folder of the lists.</param>
    /// <param name="gazetteer">Names that decide between kinds of places.</param>
    public NameCorpora(string corpora, string annotations, string dataDirectory, NameGazetteer gazetteer)
    {
        _corpora = corpora;
        _annotations = annotations;
        _tokenizer = Tokenizer.Load(dataDirectory);
        _labels = NameLabels.Load(dataDirectory, gazetteer);
        HashSet<string> honorifics = [.. TsvFile.Rows(Path.Combine(dataDirectory, "entities", "honorifics.tsv"), 1).Select(row => row[0])];
        _gum = new GumNames(_labels, gazetteer, honorifics);
    }

    /// <summary>Names that the training learns from.</summary>
    public IReadOnlyList<NameDocument> Train() =>
    [
        .. Gum("train"),
        .. Columns("wikigold/wikigold.conll.txt", (0, 1), "wikigold"),
        .. Columns("wikineural/en-val.conllu", (1, 2), "wikineural"),
        .. Columns("wikineural/en-test.conllu", (1, 2), "wikineural"),
        .. Columns("crossner-politics/train.txt", (0, 1), "crossner-politics"),
        .. Columns("wnut17/wnut17train.conll", (0, 1), "wnut17"),
        .. LowerCased(Columns("wikineural/en-val.conllu", (1, 2), "wikineural")),
        .. PolnearSilver.Read(_corpora, "train", _labels, _tokenizer),
        .. Enumerable.Repeat(Newswire("dev").ToArray(), NewswireRepeats).SelectMany(documents => documents),
    ];

    /// <summary>Names that the training is scored on, by corpus; PolNeAR's are silver.</summary>
    public IEnumerable<(string Name, IReadOnlyList<NameDocument> Documents)> Dev() =>
    [
        ("UNER EWT dev", [.. Columns("uner-ewt/en_ewt-ud-dev.iob2", (1, 2), "uner-ewt")]),
        ("CrossNER politics dev", [.. Columns("crossner-politics/dev.txt", (0, 1), "crossner-politics")]),
        ("PolNeAR dev (silver)", [.. PolnearSilver.Read(_corpora, "dev", _labels, _tokenizer)]),
        ("GUM dev", [.. Gum("dev")]),
        ("newswire held-out", [.. Newswire("held-out")]),
        ("newswire blind", [.. Newswire("blind")]),
    ];

    // Web text often writes names without capitals: every twelfth sentence is read once more in lower case.
    private IEnumerable<NameDocument> LowerCased(IEnumerable<NameDocument> documents) => documents
        .Where((_, i) => i % 12 == 0)
        .Select(document => (document, tokens: _tokenizer.Tokenize(document.Tokens.Text.ToLowerInvariant())))
        .Where(pair => pair.tokens.Count == pair.document.Tokens.Count && pair.tokens.SentenceCount == pair.document.Tokens.SentenceCount)
        .Select(pair => pair.document with { Tokens = pair.tokens });

    private IEnumerable<NameDocument> Gum(string part) => _gum.Read(Path.Combine(_corpora, "ud", "gum", $"en_gum-ud-{part}.conllu"));

    internal IEnumerable<NameDocument> Newswire(string part) => NewswireNames.Read(
        Path.Combine(_annotations, "names", "newswire.tsv"), Path.Combine(_corpora, "newswire", "newswire.jsonl"), part, _labels, _tokenizer);

    private IEnumerable<NameDocument> Columns(string file, (int Token, int Label) columns, string corpus) =>
        ColumnNames.Read(Path.Combine(_corpora, "ner", file), columns, corpus, _labels, _tokenizer);
}
