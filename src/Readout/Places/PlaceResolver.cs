using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Places;

/// <summary>
/// Chooses among the places of one name: what is better known, what lies in a state that the report speaks of, what is named with its province
/// or state ("Tripoli, Lebanon").
/// </summary>
internal static class PlaceResolver
{
    /// <summary>Whether one place is named as part of another: a city in its province or state, a province in its state.</summary>
    public static bool LiesIn(PlaceEntry inner, PlaceEntry outer) => inner != outer && inner.Country == outer.Country
        && (outer.Kind == PlaceKind.Country
            || (outer.Kind == PlaceKind.Province && inner.Kind is PlaceKind.City or PlaceKind.ProminentCity && (inner.Province == outer.Name || inner.Province is null)));

    /// <summary>The place of each candidate; null where none can be chosen.</summary>
    /// <param name="parse">The text.</param>
    /// <param name="candidates">What may name a place.</param>
    /// <param name="states">The states that the report speaks of.</param>
    public static PlaceEntry?[] Resolve(ParsedText parse, List<PlaceCandidate> candidates, StateSupport states)
    {
        Dictionary<string, int> support = states.Report;
        var chosen = new PlaceEntry?[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            PlaceEntry? best = null;
            int bestScore = int.MinValue;
            foreach (PlaceEntry sense in candidates[i].Senses)
            {
                int score = Prior(sense) + Context(sense, support)
                    + (i + 1 < candidates.Count && IsAppositive(parse.Tokens, candidates[i], candidates[i + 1]) && candidates[i + 1].Senses.Any(o => LiesIn(sense, o)) ? 100 : 0);
                if (score > bestScore)
                {
                    best = sense;
                    bestScore = score;
                }
            }

            chosen[i] = best;
        }

        return chosen;
    }

    /// <summary>The well-known place of a name: London is Britain's though Ontario has one; of two well-known namesakes neither is.</summary>
    public static PlaceEntry? Foremost(IReadOnlyList<PlaceEntry> senses)
    {
        PlaceEntry? foremost = null;
        foreach (PlaceEntry sense in senses)
        {
            if (sense.Kind is PlaceKind.City or PlaceKind.Province or PlaceKind.Building)
            {
                continue;
            }

            if (foremost is not null && foremost.Country != sense.Country)
            {
                return null;
            }

            foremost = sense;
        }

        return foremost;
    }

    private static int Context(PlaceEntry sense, Dictionary<string, int> support) =>
        sense.Country.Length == 0 ? 0 : Math.Min(40, support.GetValueOrDefault(sense.Country));

    // Contested names: Georgia is the state unless the report speaks of the United States and not of the Caucasus.
    private static int Prior(PlaceEntry sense) => sense.Kind switch
    {
        PlaceKind.Country => sense.Name == "Georgia" ? 70 : 100,
        PlaceKind.Part => 85,
        PlaceKind.Region => 85,
        PlaceKind.ProminentCity => sense.IsCapital ? 78 : 70,
        PlaceKind.Building => 60,
        PlaceKind.Province => sense.Name == "Georgia" ? 60 : 45,
        _ => 20,
    };

    /// <summary>Whether a name is followed by a comma and a place of the state: "Ansel Bay, Norway".</summary>
    public static bool IsFollowedBy(TokenTable tokens, List<PlaceCandidate> candidates, int place, string state) =>
        place + 1 < candidates.Count && IsAppositive(tokens, candidates[place], candidates[place + 1]) && candidates[place + 1].Senses.Any(sense => sense.Country == state);

    private static bool IsAppositive(TokenTable tokens, PlaceCandidate inner, PlaceCandidate outer) =>
        outer.First == inner.End + 1 && tokens.Form(inner.End) is [','];
}
