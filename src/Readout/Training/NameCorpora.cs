using Readout.Corpora;
using Readout.Entities;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>The corpora that the name model is trained and scored on, read with one tokenizer and one label mapping.</summary>
internal sealed class NameCorpora
{
    private readonly string _corpora;
    private readonly Tokenizer _tokenizer;
    private readonly NameLabels _labels;
    private readonly GumNames _gum;

    /// <param name="corpora">Folder of the corpora.</param>
    /// <param name="dataDirectory">Folder of the lists.</param>
    /// <param name="gazetteer">Names that decide between kinds of places.</param>
    public NameCorpora(string corpora, string dataDirectory, NameGazetteer gazetteer)
    {
        _corpora = corpora;
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
        .. PolnearSilver.Read(_corpora, "train", _labels, _tokenizer),
    ];

    /// <summary>Names that the training is scored on, by corpus; PolNeAR's are silver.</summary>
    public IEnumerable<(string Name, IReadOnlyList<NameDocument> Documents)> Dev() =>
    [
        ("UNER EWT dev", [.. Columns("uner-ewt/en_ewt-ud-dev.iob2", (1, 2), "uner-ewt")]),
        ("CrossNER politics dev", [.. Columns("crossner-politics/dev.txt", (0, 1), "crossner-politics")]),
        ("PolNeAR dev (silver)", [.. PolnearSilver.Read(_corpora, "dev", _labels, _tokenizer)]),
        ("GUM dev", [.. Gum("dev")]),
    ];

    private IEnumerable<NameDocument> Gum(string part) => _gum.Read(Path.Combine(_corpora, "ud", "gum", $"en_gum-ud-{part}.conllu"));

    private IEnumerable<NameDocument> Columns(string file, (int Token, int Label) columns, string corpus) =>
        ColumnNames.Read(Path.Combine(_corpora, "ner", file), columns, corpus, _labels, _tokenizer);
}
