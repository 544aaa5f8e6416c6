using Readout.Entities;
using Readout.Parsing;

namespace Readout.Evaluation;

/// <summary>Noun phrases as OntoNotes marks them: from the determiner to the end of the last clause that hangs on the noun.</summary>
internal static class NounPhrases
{
    /// <summary>The mentions, and one for every further noun phrase and pronoun of the first and second person, in the order of mentions.</summary>
    public static IReadOnlyList<Mention> Add(ParsedText parse, IReadOnlyList<Mention> mentions)
    {
        var added = new List<Mention>(mentions);
        var heads = mentions.Select(mention => mention.Head).ToHashSet();
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            bool isPart = parse.Relations[row] is DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.Fixed or DependencyRelation.Goeswith or DependencyRelation.Expl;
            bool isPerson = parse.Tokens.Form(row).ToString().ToLowerInvariant() is "i" or "me" or "my" or "myself" or "we" or "us" or "our" or "ourselves" or "you" or "your" or "yourself";
            if (isPerson && !heads.Contains(row))
            {
                added.Add(new Mention(row, row + 1, row, MentionKind.Pronoun, EntityType.Person));
            }
            else if (!isPart && !heads.Contains(row) && parse.Upos[row] is UposTag.Noun or UposTag.Propn)
            {
                (int first, int end) = Whole(parse, new Mention(row, row + 1, row, MentionKind.Nominal, EntityType.Unknown));
                added.Add(new Mention(first, Math.Min(end, row + 1), row, MentionKind.Nominal, EntityType.Unknown));
            }
        }

        added.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End != b.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head));
        return added;
    }

    /// <summary>Rows of the whole phrase of a mention's head, without the preposition before it, its conjuncts and closing punctuation.</summary>
    public static (int First, int End) Whole(ParsedText parse, Mention mention)
    {
        (int first, int end) = (mention.Head, mention.Head + 1);
        foreach (int child in parse.Children(mention.Head))
        {
            bool isInside = parse.Relations[child] is not (DependencyRelation.Case or DependencyRelation.Conj or DependencyRelation.Cc or DependencyRelation.Punct
                or DependencyRelation.Mark or DependencyRelation.Cop or DependencyRelation.Nsubj or DependencyRelation.Advcl or DependencyRelation.Parataxis)
                || (child == mention.Head + 1 && parse.Lemma(child) is "'s" or "’s");
            if (isInside)
            {
                (first, end) = (Math.Min(first, parse.LeftEdge(child)), Math.Max(end, parse.RightEdge(child) + 1));
            }
        }

        return (first, end);
    }
}
