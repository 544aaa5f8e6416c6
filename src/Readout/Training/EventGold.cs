using System.Text.Json;
using Readout.Evaluation;
using Readout.Events;

namespace Readout.Training;

/// <summary>An annotated event, and the word and the actors of the report that it names.</summary>
internal sealed class EventGold
{
    private readonly HashSet<int> _actors;
    private readonly HashSet<int> _recipients;
    private readonly bool _hasActors;
    private readonly bool _hasRecipients;

    public EventGold(AnnotatedReport report, JsonElement json)
    {
        Json = json;
        Type = StandoffFile.Text(json, "type")!;
        _actors = Matching(report, StandoffFile.Names(json, "actors"));
        _recipients = Matching(report, StandoffFile.Names(json, "recipients"));
        _hasActors = json.GetProperty("actors").GetArrayLength() > 0;
        _hasRecipients = json.GetProperty("recipients").GetArrayLength() > 0;
        Row = RowOf(report.Index, json);
    }

    /// <summary>The annotation.</summary>
    public JsonElement Json { get; }

    /// <summary>PLOVER type.</summary>
    public string Type { get; }

    /// <summary>Whether the report has an actor for each side that is annotated.</summary>
    public bool IsReachable => (_actors.Count > 0 || !_hasActors) && (_recipients.Count > 0 || !_hasRecipients);

    /// <summary>Row of the word that tells of it; -1 where it is not annotated.</summary>
    public int Row { get; }

    /// <summary>Whether the side is right as actor: anybody whom the annotation means, nobody where it leaves the side open.</summary>
    public bool IsActor(SideCandidate side) => side.Actor < 0 ? !_hasActors : _actors.Contains(side.Actor);

    /// <summary>Whether the side is right as recipient.</summary>
    public bool IsRecipient(SideCandidate side) => side.Actor < 0 ? !_hasRecipients : _recipients.Contains(side.Actor);

    /// <summary>Whether a draft has both sides right.</summary>
    public bool HasSides(EventDraft draft) => (!_hasActors || _actors.Overlaps(draft.Actors)) && (!_hasRecipients || _recipients.Overlaps(draft.Recipients));

    // Organs whose state the report does not name stand for the one that is annotated: "the government", "troops".
    private static HashSet<int> Matching(AnnotatedReport report, string[] names) =>
        [.. Enumerable.Range(0, report.Actors.Length).Where(actor => names.Any(name =>
            EventScorer.IsOne(name, report.Actors[actor], report.Actors) || (ActorNames.CodeOf(name) is not null && SideCandidates.IsOrgan(report.Index.Scene.Actors.Actors[actor]))))];

    // The word of the span that the others hang on, verbs and nouns first.
    private static int RowOf(SceneIndex index, JsonElement json)
    {
        if (!json.TryGetProperty("start", out JsonElement start))
        {
            return -1;
        }

        int end = json.GetProperty("end").GetInt32();
        int best = -1;
        int most = 0;
        for (int row = index.Tokens.RowAt(start.GetInt32()); row < index.Tokens.Count && index.Tokens.Starts[row] < end; row++)
        {
            int head = index.Parse.Heads[row];
            bool isTop = head < 0 || index.Tokens.Starts[head] < start.GetInt32() || index.Tokens.Starts[head] >= end;
            int rank = (TriggerFeatures.MayTell(index, row) ? 4 : 1) + (isTop ? 2 : 0);
            (best, most) = rank > most ? (row, rank) : (best, most);
        }

        return most >= 4 ? best : -1;
    }
}
