using Readout.Actors;
using Readout.Entities;
using Readout.Places;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Compares labelled phrases with what was read at their place.</summary>
public static class MentionEvaluation
{
    /// <summary>Whether a document has the right place at a labelled phrase, or none where none is right.</summary>
    /// <param name="gold">The label.</param>
    /// <param name="document">What was read.</param>
    /// <param name="found">What stands there, for people to read.</param>
    public static bool IsRightPlace(StandoffMention gold, Document document, out string found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(document);
        PlaceMention? place = null;
        foreach (PlaceMention candidate in document.Places)
        {
            if (candidate.Span.Overlaps(gold.Span) && (place is null || candidate.Span == gold.Span))
            {
                place = candidate;
            }
        }

        found = place is null ? "-" : $"{place.Name} {place.Country ?? "*"}";
        return gold.Names is ["-"]
            ? place is null
            : place is not null && gold.Names.Contains(place.Name, StringComparer.OrdinalIgnoreCase) && gold.Values.Contains(place.Country ?? "*", StringComparer.Ordinal);
    }

    /// <summary>Whether a document has the right person at a labelled phrase and, apart from that, the right office.</summary>
    /// <param name="gold">The label.</param>
    /// <param name="document">What was read.</param>
    /// <param name="found">What stands there, for people to read.</param>
    public static (bool Person, bool Office) IsRightLeader(StandoffMention gold, Document document, out string found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(document);
        Actor? actor = ActorAt(document, gold.Span);
        found = actor is null ? "-" : $"{actor.Name}, {actor.Office ?? "-"}";
        bool person = actor is not null && gold.Names.Any(name => Array.TrueForAll(NameFolding.Words(name), NameFolding.Words(actor.Name).Contains)
            || NameFolding.Agree(NameFolding.Words(name), NameFolding.Words(actor.Name)) && NameFolding.Words(actor.Name).Length > 1);
        return (person, person && gold.Values.Contains(actor!.Office ?? "-", StringComparer.Ordinal));
    }

    // The actor of the mention that covers the phrase best, a name before a description.
    private static Actor? ActorAt(Document document, TextSpan span)
    {
        Actor? best = null;
        int bestCover = 0;
        for (int i = 0; i < document.Mentions.Count; i++)
        {
            Mention mention = document.Mentions[i];
            TextSpan own = document.Tokens.Span(mention.First, mention.End);
            int cover = Math.Min(own.End, span.End) - Math.Max(own.Start, span.Start);
            int rank = (2 * cover) - Math.Abs(own.Length - span.Length);
            if (cover > 0 && document.Actors.ActorOf(i) is >= 0 and int actor && (best is null || rank > bestCover))
            {
                (best, bestCover) = (document.Actors.Actors[actor], rank);
            }
        }

        return best;
    }
}
