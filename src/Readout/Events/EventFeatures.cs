using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// Features of a sentence with a given actor and recipient, for <see cref="EventClassifier"/>: the words around and between the
/// arguments, the dependency path between them, and the patterns that fit, with their reality and the words that govern them.
/// </summary>
internal sealed class EventFeatures(PatternTable patterns, OperatorTable operators, Reality reality)
{
    // Sentences of newswire are shorter; beyond this a list or a table is no longer a clause.
    private const int MaximumRows = 120;
    private const int MaximumPath = 12;

    private enum Family : ushort
    {
        Order, Word, Before, Between, After, InRecipient, InActor, Pair, Skip, Next, NextAny, Path, PathWord, ActorVerb, RecipientVerb,
        Match, MatchArguments, MatchReality, MatchEffect, Resolved, FirstMatch, FirstResolved, NoMatch, FirstVerb, ActorVerbReality, Count,
    }

    /// <summary>Adds the hashes of all features to <paramref name="into"/>, some more than once.</summary>
    public void Add(ParsedText parse, EventArguments arguments, List<ulong> into)
    {
        int end = Math.Min(arguments.End, arguments.First + MaximumRows);
        AddWords(parse, arguments with { End = end }, into);
        AddPath(parse, arguments, into);
        AddMatches(parse, arguments with { End = end }, into);
    }

    private static void AddWords(ParsedText parse, EventArguments at, List<ulong> into)
    {
        bool actorFirst = at.ActorFirst <= at.RecipientFirst;
        int left = actorFirst ? at.ActorEnd : at.RecipientEnd;
        int right = actorFirst ? at.RecipientFirst : at.ActorFirst;
        Put(into, Family.Order, actorFirst ? "0" : "1");
        for (int row = at.First; row < at.End; row++)
        {
            string lemma = parse.Lemma(row);
            if (row >= at.ActorFirst && row < at.ActorEnd)
            {
                Put(into, Family.InActor, lemma);
                continue;
            }

            bool content = IsContent(parse, row);
            if (content)
            {
                Put(into, Family.Word, lemma);
                Put(into, row >= at.RecipientFirst && row < at.RecipientEnd ? Family.InRecipient : row < left ? Family.Before : row < right ? Family.Between : Family.After, lemma);
            }

            if (row > at.First)
            {
                Put(into, Family.Pair, parse.Lemma(row - 1), lemma);
            }

            if (row > at.First + 1 && content && IsContent(parse, row - 2))
            {
                Put(into, Family.Skip, parse.Lemma(row - 2), lemma);
            }
        }

        int seen = 0;
        for (int row = at.ActorEnd; row < at.End && seen < 5; row++)
        {
            if ((row < at.RecipientFirst || row >= at.RecipientEnd) && parse.Upos[row] is not (UposTag.Punct or UposTag.Det))
            {
                Put(into, Family.Next, Digits[seen++], parse.Lemma(row));
                Put(into, Family.NextAny, parse.Lemma(row));
            }
        }
    }

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private static bool IsContent(ParsedText parse, int row) =>
        parse.Upos[row] is UposTag.Noun or UposTag.Verb or UposTag.Adj or UposTag.Adv or UposTag.Propn or UposTag.Num or UposTag.Part or UposTag.Aux
        && parse.Lemma(row) is not ("be" or "have");

    private void AddPath(ParsedText parse, EventArguments at, List<ulong> into)
    {
        int actor = HeadOf(parse, at.ActorFirst, at.ActorEnd);
        int recipient = HeadOf(parse, at.RecipientFirst, at.RecipientEnd);
        AddVerb(parse, actor, Family.ActorVerb, into);
        AddVerb(parse, recipient, Family.RecipientVerb, into);
        if (actor < 0 || recipient < 0)
        {
            return;
        }

        Span<int> up = stackalloc int[MaximumPath];
        int count = 0;
        for (int row = actor; row >= 0 && count < MaximumPath; row = parse.Heads[row])
        {
            up[count++] = row;
        }

        for (int row = parse.Heads[recipient], step = 0; row >= 0 && step < MaximumPath; row = parse.Heads[row], step++)
        {
            Put(into, Family.PathWord, parse.Lemma(row));
            int meet = up[..count].IndexOf(row);
            if (meet >= 0)
            {
                Put(into, Family.Path, parse.Lemma(row), parse.Relations[meet > 0 ? up[meet - 1] : row].Name(), parse.Relations[recipient].Name());
                for (int i = 1; i < meet; i++)
                {
                    Put(into, Family.PathWord, parse.Lemma(up[i]));
                }

                break;
            }
        }
    }

    private void AddVerb(ParsedText parse, int argument, Family family, List<ulong> into)
    {
        int verb = argument < 0 ? -1 : parse.Heads[argument];
        if (verb < 0)
        {
            return;
        }

        string relation = parse.Relations[argument].Universal().Name();
        Put(into, family, parse.Lemma(verb), relation);
        if (family == Family.ActorVerb)
        {
            EventStatus status = reality.Of(parse, verb);
            Put(into, Family.ActorVerbReality, parse.Lemma(verb), StatusNames[(int)status]);
        }
    }

    private static readonly string[] StatusNames = Enum.GetNames<EventStatus>();

    private void AddMatches(ParsedText parse, EventArguments at, List<ulong> into)
    {
        var matcher = new PatternMatcher(patterns, parse);
        string? first = null;
        for (int row = at.First; row < at.End; row++)
        {
            if ((row >= at.ActorFirst && row < at.ActorEnd) || (row >= at.RecipientFirst && row < at.RecipientEnd) || matcher.Match(row) is not { } match)
            {
                continue;
            }

            string type = match.Pattern.Type;
            EventStatus status = reality.Of(parse, row);
            int acting = parse.Upos[row] == UposTag.Verb ? Clause.Actor(parse, row) : Clause.Holder(parse, row);
            int receiving = matcher.Recipient(match);
            string arguments = Filled(acting, at.ActorFirst, at.ActorEnd) + Filled(receiving, at.RecipientFirst, at.RecipientEnd);
            string effect = EffectAbove(parse, row) ?? "";
            string resolved = Resolve(type, effect, status);
            Put(into, Family.Match, type);
            Put(into, Family.MatchArguments, type, arguments, effect);
            Put(into, Family.MatchReality, type, StatusNames[(int)status], arguments);
            Put(into, Family.MatchEffect, type, effect, StatusNames[(int)status]);
            Put(into, Family.Resolved, resolved, arguments);
            if (row >= at.ActorEnd && first is null)
            {
                first = type;
                Put(into, Family.FirstMatch, type);
                Put(into, Family.FirstResolved, resolved);
                Put(into, Family.FirstVerb, parse.Lemma(row), StatusNames[(int)status], effect);
            }
        }

        if (first is null)
        {
            Put(into, Family.NoMatch, "");
        }
    }

    // y where the match's argument is the given one, n where it is another, - where it has none.
    private static string Filled(int row, int first, int end) => row < 0 ? "-" : row >= first && row < end ? "y" : "n";

    private string? EffectAbove(ParsedText parse, int row)
    {
        int at = row;
        for (int depth = 0; depth < 4 && parse.Heads[at] >= 0; depth++)
        {
            if (operators.Effect(parse, parse.Heads[at], at) is { } effect)
            {
                return effect;
            }

            at = parse.Heads[at];
        }

        return null;
    }

    private static string Resolve(string type, string effect, EventStatus status) => effect.Length > 0 && char.IsUpper(effect[0])
        ? effect
        : status switch
        {
            EventStatus.Negated => "not " + type,
            EventStatus.Future => "will " + type,
            EventStatus.Hypothetical => "may " + type,
            _ => type,
        };

    private static int HeadOf(ParsedText parse, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (parse.Heads[row] < first || parse.Heads[row] >= end)
            {
                return row;
            }
        }

        return -1;
    }

    private static void Put(List<ulong> into, Family family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        into.Add(FeatureHash.Of((ushort)family, first, second, third));
}
