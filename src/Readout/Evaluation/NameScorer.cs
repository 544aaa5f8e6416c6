using Readout.Corpora;
using Readout.Entities;

namespace Readout.Evaluation;

/// <summary>Scores names by exact span and type, as the CoNLL 2003 shared task did.</summary>
internal static class NameScorer
{
    /// <summary>The type under which a name is compared: places together, as corpora disagree about polities and facilities.</summary>
    public static string Group(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        EntityType.Gpe or EntityType.Location => "place",
        _ => "other",
    };

    /// <summary>Counts of each of the groups person, organization and place, and of all three as <c>all</c>.</summary>
    public static Dictionary<string, Score> Score(IEnumerable<NameDocument> documents, Func<NameDocument, IReadOnlyList<NameSpan>> find)
    {
        var scores = new Dictionary<string, Score>(StringComparer.Ordinal) { ["person"] = default, ["organization"] = default, ["place"] = default };
        foreach (NameDocument document in documents)
        {
            NameSpan[] found = [.. find(document).Where(name => document.Covers(name.First))];
            foreach (string group in scores.Keys.ToArray())
            {
                HashSet<(int, int)> gold = Spans(document.Names, group);
                HashSet<(int, int)> system = Spans(found, group);
                scores[group] += new Score(gold.Count(system.Contains), gold.Count, system.Count);
            }
        }

        scores["all"] = scores["person"] + scores["organization"] + scores["place"];
        return scores;
    }

    private static HashSet<(int, int)> Spans(IEnumerable<NameSpan> names, string group) =>
        [.. names.Where(name => Group(name.Type) == group).Select(name => (name.First, name.End))];
}
