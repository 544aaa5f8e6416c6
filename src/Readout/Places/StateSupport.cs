using Readout.Parsing;

namespace Readout.Places;

/// <summary>
/// How often a report and each of its sentences speak of each state: by names that can mean no other, adjectives and the dateline; places within a state
/// count for more than the state's own name.
/// </summary>
internal sealed class StateSupport
{
    private const int CountryWeight = 4;
    private const int PlaceWeight = 10;
    private const int ForemostWeight = 5;
    private const int DatelineWeight = 15;

    private readonly ParsedText _parse;
    private readonly Dictionary<int, Dictionary<string, int>> _sentences = [];

    /// <summary>Counts.</summary>
    /// <param name="gazetteer">For adjectives.</param>
    /// <param name="parse">The text.</param>
    /// <param name="candidates">What may name a place.</param>
    /// <param name="dateline">States of the dateline's place.</param>
    public StateSupport(PlaceGazetteer gazetteer, ParsedText parse, List<PlaceCandidate> candidates, IReadOnlyList<PlaceEntry> dateline)
    {
        _parse = parse;
        foreach (PlaceCandidate candidate in candidates)
        {
            if (Weight(candidate) is (string country, > 0 and int weight))
            {
                Count(candidate.First, country, weight);
            }
        }

        if (dateline.Count == 1 || PlaceResolver.Foremost(dateline) is not null)
        {
            Dateline = (PlaceResolver.Foremost(dateline) ?? dateline[0]).Country;
            Count(-1, Dateline, DatelineWeight);
        }

        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (char.IsUpper(form[0]) && form.Length > 3 && gazetteer.CountryOfAdjective(form) is { } country)
            {
                Count(row, country, CountryWeight);
            }
        }
    }

    /// <summary>Weight of each state in the report.</summary>
    public Dictionary<string, int> Report { get; } = new(StringComparer.Ordinal);

    /// <summary>State of the dateline; null where unknown or of no state.</summary>
    public string? Dateline { get; }

    /// <summary>The state that the report speaks of most; null where two are first or none is spoken of.</summary>
    public string? Foremost()
    {
        string? best = null;
        int most = 0;
        foreach ((string state, int weight) in Report)
        {
            (best, most) = weight > most ? (state, weight) : weight == most ? (null, most) : (best, most);
        }

        return best;
    }

    /// <summary>The evidence that a place named at a row lies in a state of the report.</summary>
    /// <param name="row">First row of the name.</param>
    /// <param name="state">The state.</param>
    /// <param name="isFollowed">Whether a comma and a place of that state follow.</param>
    /// <param name="features">[<see cref="HomeEvidence.Count"/>].</param>
    public void Fill(int row, string state, bool isFollowed, Span<double> features) =>
        HomeEvidence.Fill(Report, state, _sentences.GetValueOrDefault(_parse.Tokens.SentenceOf(row)), (Dateline, isFollowed), features);

    /// <summary>Adds to what a name tells, or takes it back with a negative sign: for learning from names whose state is known.</summary>
    public void Tell(PlaceCandidate candidate, int sign)
    {
        if (Weight(candidate) is (string country, > 0 and int weight))
        {
            Count(candidate.First, country, sign * weight);
        }
    }

    private static (string Country, int Weight) Weight(PlaceCandidate candidate) =>
        candidate.Senses.Count == 1 ? (candidate.Senses[0].Country, candidate.Senses[0].Kind == PlaceKind.Country ? CountryWeight : PlaceWeight)
        : PlaceResolver.Foremost(candidate.Senses) is { } known ? (known.Country, ForemostWeight)
        : ("", 0);

    private void Count(int row, string country, int weight)
    {
        if (country.Length == 0)
        {
            return;
        }

        Add(Report, country, weight);
        if (row >= 0)
        {
            int sentence = _parse.Tokens.SentenceOf(row);
            if (!_sentences.TryGetValue(sentence, out Dictionary<string, int>? states))
            {
                _sentences.Add(sentence, states = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            Add(states, country, weight);
        }
    }

    private static void Add(Dictionary<string, int> states, string country, int weight)
    {
        int sum = states.GetValueOrDefault(country) + weight;
        if (sum > 0)
        {
            states[country] = sum;
        }
        else
        {
            states.Remove(country);
        }
    }
}
