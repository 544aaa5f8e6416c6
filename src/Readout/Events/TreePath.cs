using Readout.Parsing;

namespace Readout.Events;

/// <summary>The way through the dependency tree from one word to another, as a string of relations for features.</summary>
internal static class TreePath
{
    /// <summary>Longest way that is told apart; longer ones are all "far".</summary>
    public const int Longest = 6;

    private const char Up = (char)0x100;
    private const char Down = (char)0x200;

    /// <summary>Writes the way from a row up to the common word and down to another; returns its length, 0 where it is too long or leads through two sentences.</summary>
    public static int Write(ParsedText parse, int from, int to, Span<char> path)
    {
        int depth = 0;
        for (int at = from; at >= 0 && depth <= Longest; at = parse.Heads[at], depth++)
        {
            int below = 0;
            for (int other = to; other >= 0 && depth + below <= Longest; other = parse.Heads[other], below++)
            {
                if (other == at)
                {
                    return Spell(parse, (from, depth), (to, below), path);
                }
            }
        }

        return 0;
    }

    private static int Spell(ParsedText parse, (int Row, int Steps) up, (int Row, int Steps) down, Span<char> path)
    {
        int length = 0;
        for (int i = 0, at = up.Row; i < up.Steps; i++, at = parse.Heads[at])
        {
            path[length++] = (char)(Up + (int)parse.Relations[at].Universal());
        }

        path[length++] = '^';
        for (int i = 0, at = down.Row; i < down.Steps; i++, at = parse.Heads[at])
        {
            path[length++] = (char)(Down + (int)parse.Relations[at].Universal());
        }

        return length;
    }
}
