using System.Text.Json;
using Readout.Evaluation;
using Readout.Events;
using Readout.Models;
using Readout.Records;

namespace Readout.Training;

/// <summary>
/// Trains and measures <see cref="EventJudge"/> on the development part of the hand-made events: a candidate is right where the scorer pairs it
/// with a marked event. Deterministic.
/// </summary>
public sealed class EventJudgeTraining
{
    private const int Folds = 10;

    // Differences in F1 below this are chance on some hundred reports.
    private const double Slack = 0.01;

    private readonly List<Example> _examples = [];
    private readonly List<int> _wanted = [];
    private readonly List<int> _typed = [];

    /// <summary>Reads the annotated reports with the engine and collects the candidates.</summary>
    /// <param name="reader">The engine.</param>
    /// <param name="dataDirectory">Folder of lexicons and models.</param>
    /// <param name="annotations">Standoff file of events.</param>
    /// <param name="corpus">The newswire corpus file.</param>
    public EventJudgeTraining(Reader reader, string dataDirectory, string annotations, string corpus)
    {
        ArgumentNullException.ThrowIfNull(reader);
        EventFinder finder = EventFinder.LoadUnjudged(dataDirectory);
        List<JsonElement> lines = StandoffFile.Read(annotations, "development");
        IReadOnlyDictionary<string, Text.Report> reports = NewswireCorpus.Read(corpus, [.. lines.Select(StandoffFile.Document)]);
        foreach (JsonElement line in lines)
        {
            Document document = reader.Read(reports[StandoffFile.Document(line)]);
            List<(EventMention Event, ulong[] Features)> candidates = finder.Candidates(SceneOf(document), document.Statements, document.Meetings);
            ReportRecord record = RecordBuilder.Build(document with { Events = [.. candidates.Select(one => one.Event)] });
            Add([.. line.GetProperty("events").EnumerateArray()], record, candidates);
        }
    }

    /// <summary>Reports, marked events, candidates, and how many of the marked a perfect judge could keep, with sides and by type alone.</summary>
    public (int Reports, int Wanted, int Candidates, int Reachable, int Typed) Counts =>
        (_wanted.Count, _wanted.Sum(), _examples.Count, _examples.Count(example => example.IsRight), _typed.Sum());

    /// <summary>Trains on everything; the threshold is the best of the cross-validation.</summary>
    public void Train(string output)
    {
        (ulong[] features, int[] weights) = Fit(_examples);
        var file = new ModelFileBuilder(EventJudge.ModelKind);
        file.Add("features", features);
        file.Add("weights", weights);
        file.Add("least", [(int)Math.Round(EventJudge.Unit * Best().Least)]);
        file.Write(output);
    }

    /// <summary>The threshold with the best F1 where each report is judged by a model that never saw its fold, and that score.</summary>
    public (double Least, Score Score) Best()
    {
        List<(double Probability, bool IsRight)> judged = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            (ulong[] features, int[] weights) = Fit([.. _examples.Where(example => example.Document % Folds != fold)]);
            EventJudge judge = EventJudge.FromWeights(features, weights, 0);
            judged.AddRange(_examples.Where(example => example.Document % Folds == fold).Select(example => (judge.Probability(example.Features), example.IsRight)));
        }

        List<(double Least, Score Score)> steps = [];
        for (int step = 1; step < 20; step++)
        {
            double least = step * 0.05;
            steps.Add((least, new Score(judged.Count(one => one.IsRight && one.Probability >= least), _wanted.Sum(), judged.Count(one => one.Probability >= least))));
        }

        // The strictest of thresholds that are as good as the best: fewer extra events for the same F1.
        double top = steps.Max(step => step.Score.F1);
        return steps.FindLast(step => step.Score.F1 >= top - Slack);
    }

    private static Scene SceneOf(Document document) => new()
    {
        Report = document.Report,
        Parse = document.Parse,
        Boilerplate = document.Boilerplate,
        Mentions = document.Mentions,
        Actors = document.Actors,
        Times = document.Times,
        Places = document.Places,
    };

    private void Add(JsonElement[] wanted, ReportRecord record, List<(EventMention Event, ulong[] Features)> candidates)
    {
        Dictionary<string, ActorRecord> actors = record.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        List<(int Wanted, int Found)> pairs = NewswireScorer.Pair(wanted.Length, record.Events.Count, (w, f) => EventScorer.Fit(wanted[w], record.Events[f], actors));
        HashSet<int> right = [.. pairs.Select(pair => pair.Found)];
        _typed.Add(NewswireScorer.Pair(wanted.Length, record.Events.Count, (w, f) => StandoffFile.Text(wanted[w], "type") == record.Events[f].Type ? 1 : 0).Count);
        for (int i = 0; i < candidates.Count; i++)
        {
            _examples.Add(new Example(_wanted.Count, candidates[i].Features, right.Contains(i)));
        }

        _wanted.Add(wanted.Length);
    }

    // Averaged AdaGrad on the log loss; the penalty and the number of passes were chosen by the cross-validation above.
    private static (ulong[] Features, int[] Weights) Fit(List<Example> examples)
    {
        const int Passes = 10;
        const float Rate = 0.05f;
        const float Decay = 5e-2f;
        const int Least = 5;
        var columns = new Dictionary<ulong, int>();
        foreach (IGrouping<ulong, ulong> feature in examples.SelectMany(example => example.Features).GroupBy(one => one).OrderBy(group => group.Key))
        {
            if (feature.Count() >= Least)
            {
                columns.Add(feature.Key, columns.Count);
            }
        }

        int[][] rows = [.. examples.Select(example => example.Features.Where(columns.ContainsKey).Select(one => columns[one]).ToArray())];
        var weights = new float[columns.Count];
        var squares = new float[columns.Count];
        var sums = new double[columns.Count];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new Learning.SeededRandom(11);
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                float sum = 0;
                foreach (int row in rows[at])
                {
                    sum += weights[row];
                }

                float error = (1 / (1 + MathF.Exp(-sum))) - (examples[at].IsRight ? 1 : 0);
                foreach (int row in rows[at])
                {
                    float slope = error + (Decay * weights[row]);
                    squares[row] += slope * slope;
                    weights[row] -= Rate * slope / MathF.Sqrt(squares[row] + 1e-3f);
                }
            }

            for (int i = 0; i < weights.Length; i++)
            {
                sums[i] += weights[i];
            }
        }

        return ([.. columns.Keys], [.. sums.Select(sum => (int)Math.Round(EventJudge.Unit * sum / Passes))]);
    }

    private sealed record Example(int Document, ulong[] Features, bool IsRight);
}
