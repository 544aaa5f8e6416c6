using Readout.Sources.Evaluation;
using Readout.Sources.Pages;
using Readout.Sources.Pages.Metadata;

namespace Readout.Sources.Training;

/// <summary>Trains the page extraction on the development half of the page sets and scores it.</summary>
public sealed class ExtractionTraining
{
    private readonly PageLexicon _lexicon;
    private readonly PhraseTable _phrases;
    private readonly MetadataReader _metadata;
    private readonly TreeTrainerOptions _options = new();

    private ExtractionTraining(string dataDirectory)
    {
        _lexicon = PageLexicon.Load(dataDirectory);
        _phrases = PhraseTable.Load(dataDirectory);
        _metadata = new MetadataReader(MetadataKeys.Load(dataDirectory), PublicationDateFinder.Load(dataDirectory), AuthorNames.Load(dataDirectory));
    }

    /// <summary>Loads the tables from the data folder.</summary>
    public static ExtractionTraining Load(string dataDirectory) => new(dataDirectory);

    /// <summary>Trains on the development half and writes <c>sources/page-blocks.model</c> under the folder.</summary>
    public void Train(IEnumerable<PageGold> pages, string dataDirectory)
    {
        BlockClassifier classifier = PageBlockTrainer.Train([.. pages.Where(p => p.IsDevelopment).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Label)], _options);
        using var writer = new StreamWriter(Path.Combine(dataDirectory, "sources", "page-blocks.model"));
        classifier.Write(writer);
    }

    /// <summary>Scores every page of the development half with a model fitted on the other folds; what the options are chosen by.</summary>
    /// <param name="sets">Pages by set name.</param>
    /// <param name="folds">Folds, at least two.</param>
    public IEnumerable<ExtractionScore> CrossValidate(IReadOnlyDictionary<string, IReadOnlyList<PageGold>> sets, int folds) =>
        CrossExtract(sets, folds).Select(p => ExtractionScorer.Score(p.Set, p.Gold, p.Page));

    internal IReadOnlyList<(string Set, PageGold Gold, ExtractedPage Page)> CrossExtract(IReadOnlyDictionary<string, IReadOnlyList<PageGold>> sets, int folds)
    {
        var pages = sets.SelectMany(s => s.Value.Where(p => p.IsDevelopment).Select(p => (Set: s.Key, Gold: p))).ToList();
        LabelledPage[] labelled = [.. pages.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(p => Label(p.Gold))];
        return [.. Enumerable.Range(0, folds).AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(fold =>
        {
            BlockClassifier classifier = PageBlockTrainer.Train([.. labelled.Where((_, i) => i % folds != fold)], _options);
            var extractor = new ArticleExtractor(_lexicon, _phrases, _metadata, classifier);
            return pages.Where((_, i) => i % folds == fold)
                .Select(p => (p.Set, p.Gold, extractor.Extract(MarkupDecoder.Decode(p.Gold.Content) ?? "", p.Gold.Address)))
                .ToList();
        })];
    }

    private LabelledPage Label(PageGold gold)
    {
        using var document = ArticleExtractor.Parse(MarkupDecoder.Decode(gold.Content) ?? "");
        PageOutline page = new PageOutlineBuilder(_lexicon).Build(document);
        var context = new PageContext(_metadata.Read(document, page, gold.Address), page, _phrases);
        (bool?[] labels, double[] weights) = BlockLabeller.Label(gold, page);
        return new LabelledPage(page, new BlockFeatures(page, context).Rows(), labels, weights);
    }
}
