using Readout.Parsing;
using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>When and where: the time and place that hang on a trigger in its dependency tree.</summary>
internal static class Circumstances
{
    // Rows to either side of a trigger in which its time and place are looked for.
    private const int Reach = 14;

    /// <summary>Value of the anchored time that modifies the clause of a trigger; null where none does.</summary>
    public static string? TimeOf(SceneIndex index, int trigger)
    {
        ParsedText parse = index.Parse;
        int clause = ClauseOf(parse, trigger);
        int best = -1;
        int distance = int.MaxValue;
        for (int row = parse.LeftEdge(clause); row <= parse.RightEdge(clause); row++)
        {
            int time = index.TimeAt(row);
            if (time < 0 || index.Scene.Times[time] is not { Anchored: true, Value: not null, Type: TimeType.Date or TimeType.Time })
            {
                continue;
            }

            int steps = Steps(parse, row, trigger, clause);
            if (steps >= 0 && (steps * 100) + Math.Abs(row - trigger) < distance)
            {
                distance = (steps * 100) + Math.Abs(row - trigger);
                best = time;
            }
        }

        return best >= 0 ? index.Scene.Times[best].Value : NearbyTime(index, trigger);
    }

    // Where the tree hung the time elsewhere: the nearest one of the sentence that does not say when somebody spoke.
    private static string? NearbyTime(SceneIndex index, int trigger)
    {
        string? best = null;
        int distance = Reach + 1;
        (int first, int end) = Near(index, trigger);
        for (int row = first; row < end; row++)
        {
            int time = index.TimeAt(row);
            if (time >= 0 && index.Scene.Times[time] is { Anchored: true, Value: { } value, Type: TimeType.Date or TimeType.Time } && char.IsAsciiDigit(value[0]) && value.Length >= 7
                && Math.Abs(row - trigger) < distance && !IsOfSpeech(index.Parse, row, trigger))
            {
                (best, distance) = (value, Math.Abs(row - trigger));
            }
        }

        return best;
    }

    private static PlaceMention? NearbyPlace(SceneIndex index, int trigger)
    {
        PlaceMention? best = null;
        int distance = Reach + 1;
        (int first, int end) = Near(index, trigger);
        for (int row = first; row < end; row++)
        {
            int place = index.PlaceAt(row);
            if (place >= 0 && IsLocative(index.Parse, row) && Math.Abs(row - trigger) < distance && !IsOfSpeech(index.Parse, row, trigger))
            {
                (best, distance) = (index.Scene.Places[place], Math.Abs(row - trigger));
            }
        }

        return best;
    }

    private static (int First, int End) Near(SceneIndex index, int trigger)
    {
        int sentence = index.Tokens.SentenceOf(trigger);
        return (Math.Max(index.Tokens.SentenceStarts[sentence], trigger - Reach), Math.Min(index.Tokens.SentenceStarts[sentence + 1], trigger + Reach + 1));
    }

    // Whether the first verb above a row is another one than the trigger that reports speech. What was said "after", "at" or "during" a
    // meeting was said on its day.
    private static bool IsOfSpeech(ParsedText parse, int row, int trigger)
    {
        foreach (int child in parse.Children(trigger))
        {
            if (parse.Relations[child] is DependencyRelation.Case or DependencyRelation.Mark && parse.Lemma(child) is "after" or "at" or "during" or "following" or "in")
            {
                return false;
            }
        }

        for (int at = parse.Heads[row], depth = 0; at >= 0 && depth < 8; at = parse.Heads[at], depth++)
        {
            if (at == trigger)
            {
                return false;
            }

            if (parse.Upos[at] == UposTag.Verb)
            {
                return parse.Lemma(at) is "say" or "tell" or "report" or "announce" or "add" or "quote" or "declare" or "note" or "warn" or "reiterate";
            }
        }

        return false;
    }

    /// <summary>Place under a preposition of place on the clause of a trigger; null where there is none.</summary>
    public static PlaceMention? PlaceOf(SceneIndex index, int trigger)
    {
        ParsedText parse = index.Parse;
        int clause = ClauseOf(parse, trigger);
        PlaceMention? best = null;
        int distance = int.MaxValue;
        for (int row = parse.LeftEdge(clause); row <= parse.RightEdge(clause); row++)
        {
            int place = index.PlaceAt(row);
            if (place < 0 || !IsLocative(parse, row))
            {
                continue;
            }

            int steps = Steps(parse, row, trigger, clause);
            if (steps >= 0 && (steps * 100) + Math.Abs(row - trigger) < distance)
            {
                distance = (steps * 100) + Math.Abs(row - trigger);
                best = index.Scene.Places[place];
            }
        }

        return best ?? NearbyPlace(index, trigger);
    }

    // The verb that a noun trigger depends on carries its adverbials too: "will hold talks in Moscow on Friday".
    private static int ClauseOf(ParsedText parse, int trigger)
    {
        int at = trigger;
        for (int depth = 0; depth < 3 && parse.Upos[at] != UposTag.Verb && parse.Heads[at] >= 0; depth++)
        {
            if (parse.Relations[at].Universal() is not (DependencyRelation.Obj or DependencyRelation.Nsubj or DependencyRelation.Obl or DependencyRelation.Conj))
            {
                break;
            }

            at = parse.Heads[at];
        }

        return at;
    }

    // Steps up from a row to the trigger or its clause; -1 where another clause lies between.
    private static int Steps(ParsedText parse, int row, int trigger, int clause)
    {
        int steps = 0;
        for (int at = row; at >= 0 && steps < 12; at = parse.Heads[at], steps++)
        {
            if (at == trigger || at == clause)
            {
                return steps;
            }

            if (at != row && parse.Upos[at] == UposTag.Verb
                && parse.Relations[at].Universal() is DependencyRelation.Ccomp or DependencyRelation.Advcl or DependencyRelation.Acl or DependencyRelation.Conj or DependencyRelation.Parataxis)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsLocative(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] == DependencyRelation.Case && parse.Lemma(child) is "in" or "at" or "on" or "near" or "outside" or "inside")
            {
                return true;
            }
        }

        return parse.Lemma(row) is "here" or "there";
    }
}
