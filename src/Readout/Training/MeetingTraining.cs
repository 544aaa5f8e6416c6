using Readout.Evaluation;
using Readout.Events;
using Readout.Learning;
using Readout.Records;

namespace Readout.Training;

/// <summary>Trains the decisions about meetings on annotated newswire, and measures them by cross-validation.</summary>
public sealed class MeetingTraining
{
    private const float Decay = 3e-2f;

    private readonly MeetingFinder _finder;
    private readonly Reality _reality;
    private readonly List<AnnotatedReport> _reports;

    /// <summary>Reads the development part as far as the statements.</summary>
    /// <param name="dataDirectory">Folder of lexicons and models.</param>
    /// <param name="annotations">Standoff file.</param>
    /// <param name="corpus">The newswire corpus file.</param>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public MeetingTraining(string dataDirectory, string annotations, string corpus)
    {
        _finder = MeetingFinder.Load(dataDirectory);
        _reality = new Reality(OperatorTable.Load(dataDirectory));
        _reports = AnnotatedReport.Read(Reader.Load(dataDirectory), annotations, corpus, "development");
    }

    /// <summary>Trains on all reports and returns the bytes of the model file.</summary>
    public byte[] Train() => Fit(_reports).ToFile();

    /// <summary>Scores each report by decisions that were trained without its fifth.</summary>
    public NewswireScorer Evaluate()
    {
        var scorer = new NewswireScorer();
        for (int fold = 0; fold < AnnotatedReport.Folds; fold++)
        {
            MeetingFinder finder = _finder.With(Fit([.. _reports.Where(report => report.Fold != fold)]));
            foreach (AnnotatedReport report in _reports.Where(report => report.Fold == fold))
            {
                scorer.Add(report.Line, RecordBuilder.Build(report.Document with { Meetings = finder.Find(report.Index, report.View) }));
            }
        }

        return scorer;
    }

    // Which words tell of a meeting is learned from participants, states and days as they are found in reports that were not learned from.
    private MeetingModel Fit(List<AnnotatedReport> reports)
    {
        var empty = new SparseClassifier([], [], 1);
        MeetingFinder untrained = _finder.With(new MeetingModel { Sides = empty, Candidates = empty, Same = empty, Status = new SparseClassifier([], [], 6), Day = empty });
        MeetingExamples[] attributes = [.. Enumerable.Range(0, AnnotatedReport.Folds).Select(_ => new MeetingExamples(_reality))];
        foreach (AnnotatedReport report in reports)
        {
            attributes[report.Fold].AddAttributes(report, untrained.Judged(report.Index, report.View));
        }

        var decisions = new MeetingExamples(_reality);
        for (int fold = 0; fold < AnnotatedReport.Folds; fold++)
        {
            MeetingFinder others = _finder.With(Attributes([.. attributes.Where((_, i) => i != fold)]));
            foreach (AnnotatedReport report in reports.Where(report => report.Fold == fold))
            {
                decisions.AddDecisions(report, others.Judged(report.Index, report.View));
            }
        }

        return Attributes(attributes) with
        {
            Candidates = SparseTrainer.Train(decisions.Candidates, 1, Decay),
            Same = SparseTrainer.Train(decisions.Same, 1, Decay),
        };
    }

    private static MeetingModel Attributes(MeetingExamples[] examples) => new()
    {
        Sides = SparseTrainer.Train([.. examples.SelectMany(one => one.Sides)], 1, Decay),
        Status = SparseTrainer.Train([.. examples.SelectMany(one => one.Status)], Enum.GetValues<MeetingStatus>().Length, Decay),
        Day = SparseTrainer.Train([.. examples.SelectMany(one => one.Day)], 1, Decay),
        Candidates = Everything,
        Same = new SparseClassifier([], [], 1),
    };

    // Judges no candidate away, so that all have their states and days.
    private static SparseClassifier Everything => new([], [], 1);
}
