using Readout.Parsing;
using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>When and where: the time and place that hang on a trigger in its dependency tree.</summary>
internal static class Circumstances
{
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

        return best < 0 ? null : index.Scene.Times[best].Value;
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

        return best;
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
