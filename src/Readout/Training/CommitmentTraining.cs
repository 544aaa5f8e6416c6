using Readout.Commitments;
using Readout.Evaluation;
using Readout.Learning;
using Readout.Records;

namespace Readout.Training;

/// <summary>Trains the decisions about commitments on annotated newswire, and measures them by cross-validation.</summary>
public sealed class CommitmentTraining
{
    private const float Decay = 3e-2f;

    private const int Threads = 2;

    // Thresholds that are tried, in thousandths of log-odds.
    private const int LowestLeast = -3000;
    private const int HighestLeast = 2000;
    private const int LeastStep = 100;

    // Differences in F1 below this are chance on some hundred reports.
    private const double Slack = 0;

    private readonly CommitmentFinder _finder;
    private readonly List<CommitmentExamples> _reports;

    /// <summary>Reads the development part as far as the statements.</summary>
    /// <param name="dataDirectory">Folder of lexicons and models.</param>
    /// <param name="annotations">Standoff file.</param>
    /// <param name="corpus">The newswire corpus file.</param>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public CommitmentTraining(string dataDirectory, string annotations, string corpus)
    {
        _finder = CommitmentFinder.LoadUntrained(dataDirectory);
        _reports = [.. AnnotatedReport.Read(Reader.Load(dataDirectory), annotations, corpus, "development").Select(report => new CommitmentExamples(report, _finder))];
    }

    /// <summary>Annotated commitments, those of which some candidate tells, and candidates.</summary>
    public (int Expected, int Reached, int Candidates) Coverage => (_reports.Sum(one => one.Expected), _reports.Sum(one => one.Reached), _reports.Sum(one => one.Count));

    /// <summary>Trains on all reports and returns the bytes of the model file.</summary>
    public byte[] Train() => Decide(Fit(_reports), Judge(Others(int.MaxValue))).ToFile();

    /// <summary>
    /// Scores each report by decisions that were made without its fifth; the threshold is chosen, and the confidence fitted, on the other fifths as
    /// judged without each its own.
    /// </summary>
    /// <param name="most">Reports of the other fifths that are learned from at most, for a learning curve.</param>
    public NewswireScorer Evaluate(int most = int.MaxValue)
    {
        CommitmentModel[] models = Others(most);
        List<(CommitmentExamples Report, int[] Scores)> judged = Judge(models);
        CommitmentFinder[] finders = [.. models.Select((model, fold) => _finder.With(Decide(model, judged.FindAll(one => one.Report.Report.Fold != fold))))];
        var scorer = new NewswireScorer();
        foreach (CommitmentExamples one in _reports)
        {
            scorer.Add(one.Report.Line, Read(finders[one.Report.Fold], one.Report));
        }

        return scorer;
    }

    // For each fifth the decisions that were made without it.
    private CommitmentModel[] Others(int most)
    {
        var models = new CommitmentModel[AnnotatedReport.Folds];
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, fold =>
            models[fold] = Fit([.. _reports.Where(one => one.Report.Fold != fold).Take(most)]));
        return models;
    }

    private List<(CommitmentExamples Report, int[] Scores)> Judge(CommitmentModel[] models) => [.. _reports.Select(one => (one, one.Scores(models[one.Report.Fold])))];

    private static ReportRecord Read(CommitmentFinder finder, AnnotatedReport report) =>
        RecordBuilder.Build(report.Document with { Commitments = finder.Find(report.Index, report.View, report.Document.Statements) });

    // The strictest of the thresholds that are about as good as the best: fewer false ones for the same F1.
    private static CommitmentModel Decide(CommitmentModel model, List<(CommitmentExamples Report, int[] Scores)> judged)
    {
        var steps = new List<(int Least, double F1)>();
        for (int least = LowestLeast; least <= HighestLeast; least += LeastStep)
        {
            var score = default(Score);
            foreach ((CommitmentExamples report, int[] scores) in judged)
            {
                List<(int, bool IsRight)> found = report.Find(scores, least);
                score += new Score(found.Count(one => one.IsRight), report.Expected, found.Count);
            }

            steps.Add((least, score.F1));
        }

        double top = steps.Max(step => step.F1);
        int best = steps.FindLast(step => step.F1 >= top - Slack).Least;
        double[] line = LogisticTrainer.Train([.. judged.SelectMany(one => one.Report.Find(one.Scores, best)).Select(one => (new[] { 1, one.Score / (double)SparseClassifier.Unit }, one.IsRight))], 0);
        return model with { Least = best, Confidence = [.. line.Select(weight => (int)Math.Round(weight * SparseClassifier.Unit))] };
    }

    private static CommitmentModel Fit(List<CommitmentExamples> reports) => new()
    {
        Candidates = HashedNetworkTrainer.Train([.. reports.SelectMany(one => one.Candidates)], new HashedNetworkOptions()),
        Kinds = SparseTrainer.Train([.. reports.SelectMany(one => one.Kinds)], CommitmentModel.Empty.Kinds.Classes, Decay),
        Statuses = SparseTrainer.Train([.. reports.SelectMany(one => one.Statuses)], CommitmentModel.Empty.Statuses.Classes, Decay),
        Least = 0,
        Confidence = CommitmentModel.Empty.Confidence,
    };
}
