using Readout.Commitments;
using Readout.Evaluation;
using Readout.Records;

namespace Readout.Training;

/// <summary>Trains the decisions about commitments on annotated newswire, and measures them by cross-validation.</summary>
public sealed class CommitmentTraining
{
    private const float Decay = 3e-2f;

    // Features of fewer examples are left out.
    private const int Minimum = 3;

    private const int Threads = 2;

    // Thresholds that are tried, in thousandths of log-odds.
    private const int LowestLeast = -3000;
    private const int HighestLeast = 2000;
    private const int LeastStep = 100;

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
    public byte[] Train() => WithLeast(_reports).ToFile();

    /// <summary>Scores each report by decisions, the threshold among them, that were made without its fifth.</summary>
    /// <param name="most">Reports of the other fifths that are learned from at most, for a learning curve.</param>
    public NewswireScorer Evaluate(int most = int.MaxValue)
    {
        var finders = new CommitmentFinder[AnnotatedReport.Folds];
        Parallel.For(0, finders.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, fold =>
            finders[fold] = _finder.With(WithLeast([.. _reports.Where(one => one.Report.Fold != fold).Take(most)])));
        var scorer = new NewswireScorer();
        foreach (CommitmentExamples one in _reports)
        {
            scorer.Add(one.Report.Line, Read(finders[one.Report.Fold], one.Report));
        }

        return scorer;
    }

    private static ReportRecord Read(CommitmentFinder finder, AnnotatedReport report) =>
        RecordBuilder.Build(report.Document with { Commitments = finder.Find(report.Index, report.View, report.Document.Statements) });

    // The threshold is the one with the best F1 where each report is judged by decisions that were made without its fifth.
    private CommitmentModel WithLeast(List<CommitmentExamples> reports)
    {
        var judged = new List<(CommitmentExamples Report, CommitmentFinder Finder)>();
        for (int fold = 0; fold < AnnotatedReport.Folds; fold++)
        {
            CommitmentModel others = Fit([.. reports.Where(one => one.Report.Fold != fold)]);
            judged.AddRange(reports.Where(one => one.Report.Fold == fold).Select(one => (one, _finder.With(others))));
        }

        int best = 0;
        double top = -1;
        for (int least = LowestLeast; least <= HighestLeast; least += LeastStep)
        {
            var score = default(Score);
            foreach ((CommitmentExamples report, CommitmentFinder finder) in judged)
            {
                score += report.Score(finder.Model with { Least = least });
            }

            (best, top) = score.F1 > top ? (least, score.F1) : (best, top);
        }

        return Fit(reports) with { Least = best };
    }

    private static CommitmentModel Fit(List<CommitmentExamples> reports) => new()
    {
        Candidates = SparseTrainer.Train([.. reports.SelectMany(one => one.Candidates)], 1, Decay, Minimum),
        Kinds = SparseTrainer.Train([.. reports.SelectMany(one => one.Kinds)], CommitmentModel.Empty.Kinds.Classes, Decay),
        Statuses = SparseTrainer.Train([.. reports.SelectMany(one => one.Statuses)], CommitmentModel.Empty.Statuses.Classes, Decay),
        Least = 0,
    };
}
