using Readout.Attribution.Assembly;
using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>Who does what in the clauses of a content, and how surely. Not thread-safe.</summary>
internal sealed class KindActs(ParsedText parse, KindWords words, Clauses clauses, KindFeatureSet features)
{
    private static readonly ulong None = KindHash.Of("-");
    private static readonly ulong[] Tags = [.. Enum.GetNames<UposTag>().Select(KindHash.Of)];

    private readonly KindSides _sides = new(parse, words);

    /// <summary>Takes the phrase that tells the source, an empty range where there is none, and the lemma of its head.</summary>
    public void Begin(int first, int end, string head) => _sides.Begin(first, end, head);

    /// <summary>Every clause of the content with a subject: is it the speaker's own side, what is its time and mood, and what is done.</summary>
    public void AddAll(int first, int end)
    {
        bool isIf = false;
        for (int row = first; row < end; row++)
        {
            isIf |= parse.Lemma(row) is "if" or "unless" or "until";
            if (parse.Upos[row] is not (UposTag.Verb or UposTag.Adj or UposTag.Noun) || (parse.Upos[row] != UposTag.Verb && parse.ChildWith(row, DependencyRelation.Cop) < 0))
            {
                continue;
            }

            (ulong act, bool isEmpty) = Act(row);
            if (isEmpty)
            {
                continue;
            }

            features.AddTold(KindTemplate.Act, act);
            features.Add(KindTemplate.ActAny, act);
            features.AddTold(KindTemplate.ActIf, isIf ? ~act : act);
            features.AddTold(KindTemplate.ActVerb, KindHash.Of(act, words[row].Hash));
            features.AddClusters(KindTemplate.ActCluster, act, words[row].Clusters);
            foreach (ulong hint in words[row].Hints)
            {
                features.AddTold(KindTemplate.ActHint, KindHash.Of(act, hint));
            }
        }
    }

    /// <summary>The content's main verb with its subject, auxiliaries and negation.</summary>
    /// <param name="first">First row of a piece of the content.</param>
    /// <param name="end">Row after its last.</param>
    /// <param name="isFirst">Whether it is the first piece.</param>
    /// <param name="isTold">Whether the cue decides the kind.</param>
    public void AddMain(int first, int end, bool isFirst, bool isTold)
    {
        int head = clauses.HeadOf(first, end);
        string subject = "-", auxiliary = "-";
        ulong subjectHash = None;
        bool isNegated = false;
        foreach (int child in parse.Children(head))
        {
            string lemma = words[child].Lemma;
            if (parse.Relations[child] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass)
            {
                subject = lemma;
                subjectHash = parse.Upos[child] == UposTag.Pron ? words[child].Hash : Tags[(int)parse.Upos[child]];
            }
            else if (parse.Relations[child] is DependencyRelation.Aux && auxiliary is "-" or "have" or "be")
            {
                auxiliary = lemma;
            }
            else if (lemma is "not" or "n't" or "never" or "no")
            {
                isNegated = true;
            }
        }

        ulong place = isFirst ? 1UL : 0, negation = isNegated ? 1UL : 0;
        ulong tense = KindHash.Of(parse.Xpos(head)), helper = KindHash.Of(auxiliary), agent = KindHash.Of(subjectHash, helper);
        if (!isTold)
        {
            features.AddClusters(KindTemplate.RootCluster, 0, words[head].Clusters);
        }

        features.AddTold(KindTemplate.Imperative, parse.Xpos(head) == "VB" && subject == "-" && auxiliary == "-" ? 1UL : 0);
        features.AddTold(KindTemplate.Root, words[head].Hash);
        features.AddTold(KindTemplate.Tense, KindHash.Of(place, tense));
        features.AddTold(KindTemplate.Subject, subjectHash);
        features.AddTold(KindTemplate.Auxiliary, KindHash.Of(place, helper));
        features.AddTold(KindTemplate.Negation, negation);
        features.AddTold(KindTemplate.Modal, KindHash.Of(agent, negation));
        features.AddTold(KindTemplate.AuxiliaryRoot, KindHash.Of(helper, words[head].Hash));
        features.AddTold(KindTemplate.Agent, KindHash.Of(agent, tense));
        foreach (ulong hint in words[head].Hints)
        {
            features.AddTold(KindTemplate.RootHint, KindHash.Of(KindHash.Of(hint, helper), negation));
            features.AddTold(KindTemplate.AgentHint, KindHash.Of(hint, subjectHash));
        }
    }

    private (ulong Act, bool IsEmpty) Act(int verb)
    {
        string side = "-", mood = "-";
        bool isNegated = false, isPassive = false;
        foreach (int child in parse.Children(verb))
        {
            string lemma = words[child].Lemma;
            DependencyRelation relation = parse.Relations[child];
            if (relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass)
            {
                side = _sides.Of(lemma, child);
                isPassive = relation == DependencyRelation.NsubjPass;
            }
            else if (relation is DependencyRelation.Aux && (mood == "-" || lemma is not ("be" or "have")))
            {
                mood = lemma is "will" or "would" or "shall" or "'ll" ? "will" : lemma;
            }
            else if (lemma is "not" or "n't" or "never" or "no")
            {
                isNegated = true;
            }

            // "There was no breach", "nobody asked us".
            int determiner = parse.ChildWith(child, DependencyRelation.Det);
            isNegated |= lemma is "nothing" or "nobody" or "none" || (determiner >= 0 && parse.Lemma(determiner) is "no");
        }

        bool isEmpty = side == "-" && mood == "-";
        mood = mood == "-" && side != "-" ? parse.Xpos(verb) : mood;
        ulong act = KindHash.Of(KindHash.Of(side) + (isPassive ? 1UL : 0), KindHash.Of(mood));
        return (isNegated ? KindHash.Of(act, 1) : act, isEmpty);
    }
}
