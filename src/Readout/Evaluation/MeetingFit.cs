using System.Text.Json;
using Readout.Records;

namespace Readout.Evaluation;

/// <summary>
/// When a found meeting is an annotated one (docs/meetings.md): the two are told of in the same words and share a participant, or they share
/// two participants and half of the smaller set. A state stands for its people and they for it, since a report says "China", "Beijing" and
/// "Hu" of one side. How exactly the participants are given is scored apart.
/// </summary>
internal static class MeetingFit
{
    /// <summary>Fit of a pair that is one meeting, higher where more agrees; 0 where it is not.</summary>
    public static double Of(JsonElement wanted, MeetingRecord found, IReadOnlyDictionary<string, ActorRecord> actors)
    {
        string[] names = StandoffFile.Names(wanted, "participants");
        ActorRecord[] participants = [.. found.Participants.Select(id => actors[id])];
        int shared = ActorNames.SharedSides(names, participants);
        double fit = (double)shared / Math.Max(1, Math.Min(names.Length, participants.Length));
        bool together = shared >= Math.Min(2, names.Length) && fit >= 0.5;
        bool told = IsToldIn(wanted, found);
        return shared > 0 && (together || told) ? fit + (told ? 1 : 0) : 0;
    }

    /// <summary>The fit without tolerance, which earlier figures were given by: two participants and half of the smaller set, by name.</summary>
    public static double ByName(JsonElement wanted, MeetingRecord found, IReadOnlyDictionary<string, ActorRecord> actors)
    {
        string[] names = StandoffFile.Names(wanted, "participants");
        double shared = ActorNames.Shared(names, found.Participants.Select(id => actors[id]));
        double fit = shared / Math.Max(1, Math.Min(names.Length, found.Participants.Count));
        return shared < Math.Min(2, names.Length) || fit < 0.5 ? 0 : fit;
    }

    private static bool IsToldIn(JsonElement wanted, MeetingRecord found)
    {
        foreach (JsonElement span in wanted.GetProperty("evidence").EnumerateArray())
        {
            int start = span[0].GetInt32();
            int end = span[1].GetInt32();
            foreach (SpanRecord told in found.Evidence)
            {
                if (start < told.End && told.Start < end)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
