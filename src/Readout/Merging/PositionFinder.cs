namespace Readout.Merging;

/// <summary>
/// Statements over time on one subject: the subject is what rare words they share, with the actors that they name. Pairs that share
/// their words but for a negation or an opposite are pointed out as observations; nothing here says who is right. Immutable, thread-safe.
/// </summary>
public sealed class PositionFinder
{
    // A subject is named by words that stand in fewer than one report in twenty.
    private const double KeyWeight = 3;
    private const int LeastSharedKeys = 2;
    private const double LeastAnsweredOfEither = 0.5;
    private const double LeastAnswered = 0.55;
    private const double LeastCommon = 5;
    private const int LeastSameWords = 8;

    private readonly TermLexicon _lexicon;

    private PositionFinder(TermLexicon lexicon) => _lexicon = lexicon;

    /// <summary>Loads the word lists from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    public static PositionFinder Load(string dataDirectory) => new(TermLexicon.Load(dataDirectory));

    /// <summary>How two contents stand to each other.</summary>
    public PositionRelation Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Compare(WordingTerms.Of(left, _lexicon), WordingTerms.Of(right, _lexicon));
    }

    /// <summary>
    /// Puts statements into subjects, each with those that share at least two rare words, or one and an actor that both name, with the subject's; in
    /// time proportional to the statements and the subjects that share a word with each.
    /// </summary>
    /// <param name="statements">Content and keys of the actors named in it, in order of time.</param>
    /// <returns>Subjects of two statements and more, the largest first, then by first statement.</returns>
    public IReadOnlyList<PositionSubject> Subjects(IReadOnlyList<(string Content, IReadOnlyList<string> About)> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var drafts = new List<Draft>();

        // The drafts that hold a rare word, or name an actor (true).
        var holders = new Dictionary<(string, bool), List<int>>();
        for (int i = 0; i < statements.Count; i++)
        {
            WordingTerms terms = WordingTerms.Of(statements[i].Content, _lexicon);

            // Names say who, not what: they count once, as the actors that are named.
            HashSet<string> keys = [.. terms.Terms.Where((term, at) => terms.Weights[at] >= KeyWeight && !char.IsAsciiDigit(term[0]) && !terms.Names.Contains(term))];
            (int best, int most) = Likeliest(holders, keys, statements[i].About);
            if (most < LeastSharedKeys)
            {
                best = drafts.Count;
                drafts.Add(new Draft());
            }

            foreach (string key in keys.Where(key => !drafts[best].Keys.ContainsKey(key)))
            {
                Hold(holders, (key, false), best);
            }

            foreach (string actor in statements[i].About.Where(actor => !drafts[best].About.Contains(actor)))
            {
                Hold(holders, (actor, true), best);
            }

            drafts[best].Add(i, terms, (keys, statements[i].About));
        }

        return [.. drafts.Where(draft => draft.Members.Count > 1).OrderByDescending(draft => draft.Members.Count).ThenBy(draft => draft.Members[0].Statement).Select(Finished)];
    }

    // The first of the drafts that share most, of actors one; none shares 0.
    private static (int Draft, int Shared) Likeliest(Dictionary<(string, bool), List<int>> holders, HashSet<string> keys, IReadOnlyList<string> about)
    {
        var shared = new Dictionary<int, int>();
        foreach (int draft in keys.SelectMany(key => holders.GetValueOrDefault((key, false)) ?? []).Concat(about.SelectMany(actor => holders.GetValueOrDefault((actor, true)) ?? []).Distinct()))
        {
            shared[draft] = shared.GetValueOrDefault(draft) + 1;
        }

        (int best, int most) = (0, 0);
        foreach ((int draft, int count) in shared)
        {
            (best, most) = count > most || (count == most && draft < best) ? (draft, count) : (best, most);
        }

        return (best, most);
    }

    private static void Hold(Dictionary<(string, bool), List<int>> holders, (string, bool) key, int draft)
    {
        if (!holders.TryGetValue(key, out List<int>? drafts))
        {
            holders.Add(key, drafts = []);
        }

        // An actor may be named twice.
        if (drafts.Count == 0 || drafts[^1] != draft)
        {
            drafts.Add(draft);
        }
    }

    private bool Turns(WordingTerms terms) => terms.Negations > 0 || terms.Terms.Any(_lexicon.IsRefusal);

    private PositionRelation Compare(WordingTerms left, WordingTerms right)
    {
        TermOverlap overlap = TermOverlap.Of(left, right);
        double answered = overlap.Common / Math.Max(1e-6, overlap.Common + Math.Min(overlap.LeftRest, overlap.RightRest));
        if (overlap.Common < LeastCommon || answered < LeastAnswered)
        {
            return PositionRelation.None;
        }

        // What is told of one thing in passing and of much else turns nothing round; nor does a negation of something that only one of them tells.
        if (Math.Min(NearOverlap.ShareAnswered(left, right), NearOverlap.ShareAnswered(right, left)) < LeastAnsweredOfEither)
        {
            return PositionRelation.None;
        }

        // The same words told at greater length are no other position.
        if (UtteranceFeatures.Run(left.Words, right.Words) >= LeastSameWords)
        {
            return PositionRelation.Alike;
        }

        // Two turns are none: "did not fail" and "succeeded"; nor is one that the other side turns as well, by whatever word: "refuses", "does not".
        bool isNegated = (UtteranceFeatures.NegatesAlone(left, right) && !Turns(right)) || (UtteranceFeatures.NegatesAlone(right, left) && !Turns(left));
        return isNegated != UtteranceFeatures.AreOpposed(left, right) ? PositionRelation.Contrary : PositionRelation.Alike;
    }

    private PositionSubject Finished(Draft draft)
    {
        var contrary = new List<(int, int)>();
        for (int i = 1; i < draft.Members.Count; i++)
        {
            for (int j = Math.Max(0, i - Draft.MostCompared); j < i; j++)
            {
                if (Compare(draft.Members[j].Terms, draft.Members[i].Terms) == PositionRelation.Contrary)
                {
                    contrary.Add((draft.Members[j].Statement, draft.Members[i].Statement));
                }
            }
        }

        string[] words = [.. draft.Keys.Where(key => key.Value > 1).OrderByDescending(key => key.Value).ThenBy(key => key.Key, StringComparer.Ordinal).Take(4).Select(key => key.Key)];
        return new PositionSubject(words, [.. draft.Members.Select(member => member.Statement)], contrary);
    }

    private sealed class Draft
    {
        // Each statement of a subject is compared with the last sixty before it, so that a subject of thousands costs no square.
        public const int MostCompared = 60;

        public List<(int Statement, WordingTerms Terms)> Members { get; } = [];

        public Dictionary<string, int> Keys { get; } = new(StringComparer.Ordinal);

        public HashSet<string> About { get; } = new(StringComparer.Ordinal);

        public void Add(int statement, WordingTerms terms, (HashSet<string> Keys, IReadOnlyList<string> About) of)
        {
            Members.Add((statement, terms));
            About.UnionWith(of.About);
            foreach (string key in of.Keys)
            {
                Keys[key] = Keys.GetValueOrDefault(key) + 1;
            }
        }
    }
}
