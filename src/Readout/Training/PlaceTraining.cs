using System.Globalization;
using Readout.Entities;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// Learns the weights of <see cref="HomeModel"/> without labels: from the cities of the newswire that the gazetteer has once, each in turn told of as if it
/// had none. Deterministic.
/// </summary>
public sealed class PlaceTraining
{
    private const double Decay = 0.002;
    private const int Folds = 10;
    private const int MostReports = 500;

    private readonly Tokenizer _tokenizer;
    private readonly SyntaxParser _parser;
    private readonly NameRecognizer _names;
    private readonly PlaceGazetteer _gazetteer;
    private readonly PlaceCandidates _rules;
    private readonly List<(double[] Features, bool IsTrue)> _homes = [];

    /// <param name="dataDirectory">The data folder.</param>
    public PlaceTraining(string dataDirectory)
    {
        string folder = Path.Combine(dataDirectory, "places");
        _tokenizer = Tokenizer.Load(dataDirectory);
        _parser = SyntaxParser.Load(dataDirectory);
        _names = NameRecognizer.Load(dataDirectory);
        _gazetteer = PlaceGazetteer.Load(folder);
        _rules = new PlaceCandidates(_gazetteer, PlaceWords.Load(folder));
    }

    /// <summary>The rows of <c>weights.tsv</c>.</summary>
    /// <param name="newswire">The reports.</param>
    /// <param name="report">Called with the number of examples and how many of the states given are right by tenths.</param>
    public IEnumerable<string> Train(string newswire, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int step = Math.Max(1, File.ReadLines(newswire).Count() / MostReports);
        int number = 0;
        foreach (Report one in NewswireReports.All(newswire))
        {
            if (number++ % step == 0)
            {
                Learn(one);
            }
        }

        report(Summary());
        double[] weights = LogisticTrainer.Train(_homes, Decay);
        return HomeEvidence.Features.Select((feature, i) => feature + "\t" + weights[i].ToString("0.####", CultureInfo.InvariantCulture));
    }

    private void Learn(Report report)
    {
        ParsedText parse = _parser.Parse(_tokenizer.Tokenize(report.Text));
        AddHomes(report, parse, _names.Find(parse));
    }

    // A small city that the gazetteer has once, told of as if it had none.
    private void AddHomes(Report report, ParsedText parse, IReadOnlyList<NameSpan> names)
    {
        List<PlaceCandidate> candidates = _rules.Find(parse, names);
        var states = new StateSupport(_gazetteer, parse, candidates, _gazetteer.OfDateline(report.Dateline));
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Senses is not [{ Kind: PlaceKind.City } city])
            {
                continue;
            }

            states.Tell(candidates[i], -1);
            if (states.Foremost() is { } state)
            {
                var features = new double[HomeEvidence.Count];
                states.Fill(candidates[i].First, state, PlaceResolver.IsFollowedBy(parse.Tokens, candidates, i, state), features);
                _homes.Add((features, city.Country == state));
            }

            states.Tell(candidates[i], 1);
        }
    }

    private string Summary()
    {
        int right = 0;
        int told = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            double[] weights = LogisticTrainer.Train([.. _homes.Where((_, i) => i % Folds != fold)], Decay);
            for (int i = fold; i < _homes.Count; i += Folds)
            {
                bool isTold = _homes[i].Features.Select((value, k) => value * weights[k]).Sum() > HomeModel.FewestLogits;
                told += isTold ? 1 : 0;
                right += isTold && _homes[i].IsTrue ? 1 : 0;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{_homes.Count} places, {told} given a state, {right} of them rightly, by tenths");
    }
}
