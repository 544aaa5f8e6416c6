using System.Globalization;
using Readout.Evaluation;
using Readout.Events;
using Readout.Models;

namespace Readout.Training;

/// <summary>
/// Trains and measures the trained layer of events and its judge on the development part of the hand-made events and on PLV. Deterministic.
/// </summary>
public sealed class EventLayerTraining
{
    // Differences in F1 below this are chance on some hundred reports.
    private const double Slack = 0.005;

    private readonly EventFinder _finder;
    private readonly List<EventReport> _reports;
    private readonly List<(ulong[] Features, int Label)> _sentences;

    /// <summary>Reads the annotated reports and the sentences of PLV with the engine.</summary>
    /// <param name="reader">The engine.</param>
    /// <param name="dataDirectory">Folder of lexicons and models.</param>
    /// <param name="annotations">Standoff file of events.</param>
    /// <param name="corpora">Folder of the corpora.</param>
    public EventLayerTraining(Reader reader, string dataDirectory, string annotations, string corpora)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _finder = EventFinder.LoadUntrained(dataDirectory);
        _reports = [.. AnnotatedReport.Read(reader, annotations, Path.Combine(corpora, NewswireCorpus.CorpusPath), "development").Select(report => new EventReport(report, _finder))];
        _sentences = PlvTriggers.Read(reader, _finder, Path.Combine(corpora, EventTraining.CorpusPath));
    }

    /// <summary>Trains on everything and writes both models into a folder; the threshold is the best of ten folds over whole reports, which the returned lines tell of.</summary>
    public IReadOnlyList<string> Train(string folder)
    {
        List<JudgedEvent>[] judged = Judge();
        List<(double Probability, JudgedEvent Event)> scored = Probabilities(judged);
        (double least, Score score) = Best(scored);
        File.WriteAllBytes(Path.Combine(folder, "event-layer.model"), Fit(_reports).ToFile());
        List<JudgedEvent> all = [.. judged.SelectMany(fold => fold)];
        var file = new ModelFileBuilder(EventJudge.ModelKind);
        EventJudge.Save(file, Linear(all), Trees(all), least);
        file.Write(Path.Combine(folder, "event-judge.model"));
        return Figures(scored, least, score);
    }

    private List<string> Figures(List<(double Probability, JudgedEvent Event)> scored, double least, Score score)
    {
        int wanted = _reports.Sum(report => report.Gold.Count);
        int typed = 0;
        int words = 0;
        int sided = 0;
        foreach ((EventReport report, int number) in _reports.Select((report, number) => (report, number)))
        {
            List<JudgedEvent> own = [.. scored.Where(one => one.Event.Report == number).Select(one => one.Event)];
            List<JudgedEvent> kept = [.. scored.Where(one => one.Event.Report == number && one.Probability >= least).Select(one => one.Event)];
            typed += report.Gold.GroupBy(gold => gold.Type).Sum(group => Math.Min(group.Count(), kept.Count(one => one.Draft.Type == group.Key)));
            foreach (EventGold gold in report.Gold.Where(gold => gold.Row >= 0))
            {
                JudgedEvent? at = own.Find(one => one.Draft.Row == gold.Row && one.Draft.Type == gold.Type);
                words += at is null ? 0 : 1;
                sided += at is not null && gold.HasSides(at.Draft) ? 1 : 0;
            }
        }

        var alone = new Score(typed, wanted, scored.Count(one => one.Probability >= least));
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{_reports.Count} reports, {wanted} events, {_reports.Sum(report => report.Gold.Count(gold => gold.Row >= 0))} with a word, {_reports.Sum(report => report.Gold.Count(gold => gold.IsReachable))} with sides that the report has as actors; {_sentences.Count} sentences of PLV"),
            string.Create(CultureInfo.InvariantCulture, $"{scored.Count} candidates; right {scored.Count(one => one.Event.IsRight)}; with the type at the marked word {words}, with the sides {sided}"),
            string.Create(CultureInfo.InvariantCulture, $"ten folds at {least:F3}: P {100 * score.Precision:F1} R {100 * score.Recall:F1} F1 {100 * score.F1:F1}; type alone {100 * alone.F1:F1}"),
            .. Enumerable.Range(3, 10).Select(step => At(scored, step * 0.05)),
        ];

        string At(List<(double Probability, JudgedEvent Event)> judged, double threshold)
        {
            var at = new Score(judged.Count(one => one.Event.IsRight && one.Probability >= threshold), wanted, judged.Count(one => one.Probability >= threshold));
            return string.Create(CultureInfo.InvariantCulture, $"at {threshold:F2}: P {100 * at.Precision:F1} R {100 * at.Recall:F1} F1 {100 * at.F1:F1}; extra in 100 {100 * at.Recall * ((1 / at.Precision) - 1):F0}");
        }
    }

    // The candidates of every report, found by a layer that never saw its fold.
    private List<JudgedEvent>[] Judge()
    {
        var judged = new List<JudgedEvent>[EventReport.Folds];
        Parallel.For(0, EventReport.Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            EventFinder finder = _finder.With(Fit(_reports.FindAll(report => report.Fold != fold)), EventJudge.Empty);
            judged[fold] = [.. Enumerable.Range(0, _reports.Count).Where(i => _reports[i].Fold == fold).SelectMany(i => _reports[i].Judge(finder, i))];
        });
        return judged;
    }

    private static List<(double Probability, JudgedEvent Event)> Probabilities(List<JudgedEvent>[] judged)
    {
        var all = new List<(double, JudgedEvent)>[judged.Length];
        Parallel.For(0, judged.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            List<JudgedEvent> others = [.. judged.Where((_, other) => other != fold).SelectMany(one => one)];
            var judge = EventJudge.Of(Linear(others), Trees(others), 0);
            all[fold] = [.. judged[fold].Select(one => (judge.Probability(one.Features, one.Measures), one))];
        });
        return [.. all.SelectMany(fold => fold)];
    }

    private static (ulong[] Features, int[] Weights) Linear(List<JudgedEvent> judged) => EventJudgeTrainer.Fit([.. judged.Select(one => (one.Features, one.IsRight))]);

    private static Learning.BoostedTrees Trees(List<JudgedEvent> judged) => TreeBooster.Train(judged.Select(one => (one.Measures, one.IsRight)));

    // The strictest of thresholds that are as good as the best: fewer extra events for the same F1.
    private (double Least, Score Score) Best(List<(double Probability, JudgedEvent Event)> judged)
    {
        int wanted = _reports.Sum(report => report.Gold.Count);
        List<(double Least, Score Score)> steps = [];
        for (int step = 1; step < 80; step++)
        {
            double least = step * 0.0125;
            steps.Add((least, new Score(judged.Count(one => one.Event.IsRight && one.Probability >= least), wanted, judged.Count(one => one.Probability >= least))));
        }

        double top = steps.Max(step => step.Score.F1);
        return steps.FindLast(step => step.Score.F1 >= top - Slack);
    }

    // Penalties, passes and least counts were chosen by the ten folds.
    private EventLayerModel Fit(List<EventReport> reports) => new()
    {
        Triggers = SparseTrainer.Train([.. reports.SelectMany(report => report.Triggers), .. _sentences], EventTypes.All.Length + 1, 3e-3f, 3, 10),
        Sides = EventLayerModel.Join(
            RankTrainer.Train([.. reports.SelectMany(report => report.Actors)], 1e-3f, 3, 12),
            RankTrainer.Train([.. reports.SelectMany(report => report.Recipients)], 1e-3f, 3, 12)),
    };
}
