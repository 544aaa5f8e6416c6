using Readout.Evaluation;
using Readout.Events;
using Readout.Learning;
using Readout.Records;

namespace Readout.Training;

/// <summary>Trains the decisions about meetings on annotated newswire, and measures them by cross-validation.</summary>
public sealed class MeetingTraining
{
    private const float Decay = 3e-2f;
    private const float StatusDecay = 1e-1f;
    private const float StateDecay = 1e-2f;

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

    // Each decision is learned from what the decisions before it, as models of the other fifths make them, give for reports that these were not
    // learned from.
    private MeetingModel Fit(List<AnnotatedReport> reports)
    {
        MeetingModel[] others = [.. Enumerable.Range(0, AnnotatedReport.Folds).Select(_ => Untrained)];
        MeetingModel all = Untrained;
        foreach (Func<MeetingModel, MeetingExamples[], MeetingModel> stage in (Func<MeetingModel, MeetingExamples[], MeetingModel>[])[Sides, Attributes, Same])
        {
            var examples = new MeetingExamples[AnnotatedReport.Folds];
            for (int fold = 0; fold < examples.Length; fold++)
            {
                examples[fold] = new MeetingExamples(_reality);
                MeetingFinder finder = _finder.With(others[fold]);
                foreach (AnnotatedReport report in reports.Where(report => report.Fold == fold))
                {
                    examples[fold].Add(report, finder.Judged(report.Index, report.View));
                }
            }

            for (int fold = 0; fold < examples.Length; fold++)
            {
                others[fold] = stage(others[fold], [.. examples.Where((_, i) => i != fold)]);
            }

            all = stage(all, examples);
        }

        return all;
    }

    private static MeetingModel Sides(MeetingModel model, MeetingExamples[] examples) =>
        model with { Sides = SparseTrainer.Train([.. examples.SelectMany(one => one.Sides)], 1, Decay) };

    private static MeetingModel Attributes(MeetingModel model, MeetingExamples[] examples) => model with
    {
        Status = SparseTrainer.Train([.. examples.SelectMany(one => one.Status)], Enum.GetValues<MeetingStatus>().Length, StatusDecay, StateDecay),
        Day = SparseTrainer.Train([.. examples.SelectMany(one => one.Day)], 1, Decay),
        Place = SparseTrainer.Train([.. examples.SelectMany(one => one.Place)], 1, Decay),
        Candidates = HashedNetworkTrainer.Train([.. examples.SelectMany(one => one.Candidates)], new HashedNetworkOptions()),
    };

    private static MeetingModel Same(MeetingModel model, MeetingExamples[] examples) =>
        model with { Same = SparseTrainer.Train([.. examples.SelectMany(one => one.Same)], 1, Decay) };

    // Decides nothing, and judges no candidate away.
    private static MeetingModel Untrained
    {
        get
        {
            var empty = new SparseClassifier([], [], 1);
            return new MeetingModel { Sides = empty, Candidates = HashedNetwork.Empty, Same = empty, Status = new SparseClassifier([], [], Enum.GetValues<MeetingStatus>().Length), Day = empty, Place = empty };
        }
    }
}
