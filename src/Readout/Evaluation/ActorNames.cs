using Readout.Records;

namespace Readout.Evaluation;

/// <summary>Tells whether an actor of a record is the one that an annotator named.</summary>
internal static class ActorNames
{
    /// <summary>
    /// True where the words of the given name and of the actor's name, or of one of its mentions of at least one capital, contain one
    /// another and share the last word: "Lukashenko", "President Alexander Lukashenko" and "Alexander Lukashenko" are one.
    /// </summary>
    public static bool Matches(string name, ActorRecord actor)
    {
        string? code = CodeOf(name);
        if (code is not null && actor.Type == Actors.ActorType.State && actor.State == code)
        {
            return true;
        }

        string[] wanted = Words(code is null ? name : name[..^6]);
        if (Same(wanted, Words(actor.Name)))
        {
            return true;
        }

        foreach (SpanRecord mention in actor.Mentions)
        {
            if (Same(wanted, Words(mention.Text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As the other, but whoever belongs to a state that is named with its code stands for it, as in PLOVER's country codes.</summary>
    public static int SharedStates(IReadOnlyList<string> names, IReadOnlyList<ActorRecord> actors)
    {
        int shared = 0;
        foreach (string name in names)
        {
            string? state = CodeOf(name);
            shared += actors.Any(actor => Matches(name, actor) || (state is not null && actor.State == state)) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Number of given names that some actor matches, each actor used once.</summary>
    public static int Shared(IReadOnlyList<string> names, IEnumerable<ActorRecord> actors)
    {
        var left = actors.ToList();
        int shared = 0;
        foreach (string name in names)
        {
            int at = left.FindIndex(actor => Matches(name, actor));
            if (at >= 0)
            {
                left.RemoveAt(at);
                shared++;
            }
        }

        return shared;
    }

    /// <summary>As <see cref="Shared"/>, but a state that is named with its code and an actor of that state are one side.</summary>
    public static int SharedSides(IReadOnlyList<string> names, IEnumerable<ActorRecord> actors)
    {
        var left = actors.ToList();
        var open = new List<string>();
        foreach (string name in names)
        {
            int at = left.FindIndex(actor => Matches(name, actor));
            if (at >= 0)
            {
                left.RemoveAt(at);
            }
            else
            {
                open.Add(name);
            }
        }

        int shared = names.Count - open.Count;
        foreach (string name in open)
        {
            string? state = CodeOf(name);
            int at = state is null ? -1 : left.FindIndex(actor => actor.State == state);
            if (at >= 0)
            {
                left.RemoveAt(at);
                shared++;
            }
        }

        return shared;
    }

    /// <summary>The code in "Israel [ISR]": annotations give states with their ISO 3166-1 alpha-3 code; null where a name has none.</summary>
    public static string? CodeOf(string name) => name.Length > 6 && name[^1] == ']' && name[^5] == '[' ? name[^4..^1] : null;

    private static string[] Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '.', ',', '-', '\'', '’', '(', ')', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("the" or "s" or "of" or "and"))];

    private static bool Same(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return false;
        }

        (string[] few, string[] many) = a.Length <= b.Length ? (a, b) : (b, a);
        return few.All(many.Contains) && (few.Length == many.Length || few[^1] == many[^1] || few[0] == many[0]);
    }
}
