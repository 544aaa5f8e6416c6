namespace Readout.Merging;

/// <summary>A mention of an event as terms. Immutable.</summary>
/// <param name="Head">Canonical form of the heaviest word of the trigger.</param>
/// <param name="HeadWeight">Its inverse document frequency.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Opening">How its report begins.</param>
internal sealed record EventTerms(string Head, double HeadWeight, WordingTerms Sentence, WordingTerms Opening)
{
    public static EventTerms Of(EventAccount account, TermLexicon lexicon) => Of(account, lexicon, WordingTerms.Of(account.Opening, lexicon));

    /// <param name="account">The mention.</param>
    /// <param name="lexicon">Word lists.</param>
    /// <param name="opening">Terms of its opening, which all mentions of a report share.</param>
    public static EventTerms Of(EventAccount account, TermLexicon lexicon, WordingTerms opening)
    {
        WordingTerms trigger = WordingTerms.Of(account.Trigger, lexicon);
        int at = 0;
        for (int i = 1; i < trigger.Terms.Length; i++)
        {
            at = trigger.Weights[i] > trigger.Weights[at] ? i : at;
        }

        return trigger.Terms.Length == 0
            ? new EventTerms("", 0, WordingTerms.Of(account.Sentence, lexicon), opening)
            : new EventTerms(trigger.Terms[at], trigger.Weights[at], WordingTerms.Of(account.Sentence, lexicon), opening);
    }
}
