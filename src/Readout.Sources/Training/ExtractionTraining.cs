using Readout.Sources.Evaluation;
using Readout.Sources.Pages;
using Readout.Sources.Pages.Metadata;

namespace Readout.Sources.Training;

/// <summary>Trains the page extraction on the page sets and scores it by cross-validation.</summary>
public sealed class ExtractionTraining
{
    private readonly PageLexicon _lexicon;
    private readonly PhraseTable _phrases;
    private readonly MetadataReader _metadata;
    private readonly TreeTrainerOptions _options = new();
    private readonly SiteRules _sites;

    private ExtractionTraining(string dataDirectory)
    {
        _lexicon = PageLexicon.Load(dataDirectory);
        _phrases = PhraseTable.Load(dataDirectory);
        _sites = SiteRules.Load(dataDirectory);
        _metadata = new MetadataReader(MetadataKeys.Load(dataDirectory), PublicationDateFinder.Load(dataDirectory), AuthorNames.Load(dataDirectory));
    }

    /// <summary>Loads the tables from the data folder.</summary>
    public static ExtractionTraining Load(string dataDirectory) => new(dataDirectory);

    /// <summary>Trains on all pages and writes <c>sources/page-blocks.model</c> under the folder.</summary>
    public void Train(IEnumerable<PageGold> pages, string dataDirectory)
    {
        BlockClassifier classifier = PageBlockTrainer.Train([.. pages.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Label)], _options);
        using var writer = new StreamWriter(Path.Combine(dataDirectory, "sources", "page-blocks.model"));
        classifier.Write(writer);
    }

    /// <summary>
    /// Scores every page with a model fitted on the other folds, pages of one site in one fold: what a model fitted on all pages may be expected to reach
    /// on sites that it has not seen.
    /// </summary>
    /// <param name="sets">Pages by set name.</param>
    /// <param name="folds">Folds, at least two.</param>
    public IEnumerable<ExtractionScore> CrossValidate(IReadOnlyDictionary<string, IReadOnlyList<PageGold>> sets, int folds) =>
        CrossExtract(sets, folds).Select(p => ExtractionScorer.Score(p.Set, p.Gold, p.Page) with { Model = "cross-validated" });

    internal IReadOnlyList<(string Set, PageGold Gold, ExtractedPage Page)> CrossExtract(IReadOnlyDictionary<string, IReadOnlyList<PageGold>> sets, int folds)
    {
        var pages = sets.SelectMany(s => s.Value.Select(p => (Set: s.Key, Gold: p))).ToList();
        LabelledPage[] labelled = [.. pages.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(p => Label(p.Gold))];
        return [.. Enumerable.Range(0, folds).AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(fold =>
        {
            BlockClassifier classifier = PageBlockTrainer.Train([.. labelled.Where((_, i) => FoldOf(pages[i].Gold, folds) != fold)], _options);
            var extractor = new ArticleExtractor(_lexicon, _phrases, _metadata, classifier, _sites);
            return pages.Where(p => FoldOf(p.Gold, folds) == fold)
                .Select(p => (p.Set, p.Gold, extractor.Extract(MarkupDecoder.Decode(p.Gold.Content) ?? "", p.Gold.Address)))
                .ToList();
        })];
    }

    private static int FoldOf(PageGold gold, int folds) => (int)(PageGold.Hash(gold.Address?.Host ?? gold.Name) % (uint)folds);

    private LabelledPage Label(PageGold gold)
    {
        using var document = ArticleExtractor.Parse(MarkupDecoder.Decode(gold.Content) ?? "");
        PageOutline page = new PageOutlineBuilder(_lexicon).Build(document);
        var context = new PageContext(_metadata.Read(document, page, gold.Address), page, _phrases);
        (bool?[] labels, double[] weights) = BlockLabeller.Label(gold, page);
        return new LabelledPage(page, new BlockFeatures(page, context).Rows(), labels, weights);
    }
}
