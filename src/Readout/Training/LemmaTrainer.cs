using Readout.Models;
using Readout.Tagging;

namespace Readout.Training;

/// <summary>
/// Learns lemma rules: the commonest of each tag and suffixes of growing length from distinct words, then words in lower case and as written. A key is
/// kept only where its rule differs from what the shorter keys already give, or where a word in small letters stands for its other spellings. Where the
/// treebanks disagree about a word ("people": GUM has "person"), the rule that changes less counts if it has a fifth of the cases.
/// </summary>
internal sealed class LemmaTrainer(Func<ulong, bool> isKnown)
{
    private const int SuffixMinimum = 2;

    private const int PlainerMinimum = 5;

    private const double PlainerShare = 0.2;

    private readonly Dictionary<LemmaRule, int> _numbers = [];
    private readonly Dictionary<ulong, ushort> _kept = [];

    /// <param name="sentences">The treebanks.</param>
    /// <param name="isKnown">Whether a word is known by its <see cref="LexicalFeatures.WordHash"/>.</param>
    public static LemmaRules Train(IEnumerable<TreebankSentence> sentences, Func<ulong, bool> isKnown)
    {
        var trainer = new LemmaTrainer(isKnown);
        List<Word> words = Collect(sentences);
        trainer.Rank(words);
        for (int length = 0; length <= LemmaRules.LongestSuffix; length++)
        {
            int size = length;
            trainer.Keep(words.Where(w => w.Lower.Length >= size), w => LemmaRules.SuffixKey(w.Lower, size, w.Case, w.TagKey), SuffixMinimum, byType: true);
        }

        trainer.Keep(words, w => LemmaRules.LowerKey(w.Lower, w.Case, w.TagKey), 1, byType: false, keepSmall: true);
        trainer.Keep(words, w => LemmaRules.FormKey(w.Form, w.TagKey), 1, byType: false);
        return trainer.Build();
    }

    private static List<Word> Collect(IEnumerable<TreebankSentence> sentences)
    {
        var counts = new Dictionary<(string, string, string, string), int>();
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++)
            {
                (string, string, string, string) key = (sentence.Forms[i], sentence.Upos[i], sentence.Xpos[i], sentence.Lemmas[i]);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return
        [
            .. counts.Select(p => new Word(
                p.Key.Item1,
                p.Key.Item1.ToLowerInvariant(),
                LemmaRules.CaseOf(p.Key.Item1),
                LemmaRules.TagKey(p.Key.Item2, p.Key.Item3),
                LemmaRule.Between(p.Key.Item1, p.Key.Item4),
                p.Value)),
        ];
    }

    private void Rank(List<Word> words)
    {
        foreach (IGrouping<(LetterCase Case, ulong TagKey), Word> group in words.GroupBy(w => (w.Case, w.TagKey)))
        {
            int rank = 0;
            foreach (LemmaRule rule in group.GroupBy(w => w.Rule).Where(g => g.Count() >= SuffixMinimum)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => g.Key).Take(LemmaRules.Ranks))
            {
                _kept[LemmaRules.RankKey(rank++, group.Key.Case, group.Key.TagKey)] = (ushort)Number(rule);
            }
        }
    }

    private void Keep(IEnumerable<Word> words, Func<Word, ulong> key, int minimum, bool byType, bool keepSmall = false)
    {
        LemmaRules known = Build();
        var added = new List<(ulong Key, ushort Rule)>();
        foreach (IGrouping<ulong, Word> group in words.GroupBy(key))
        {
            int number = Number(byType ? Commonest(group) : Best([.. group]));
            if (group.Count() >= minimum && group.Any(w => (keepSmall && w.Case == LetterCase.Lower && w.Count > 1) || known.Find(w.Form, w.TagKey) != number))
            {
                added.Add((group.Key, (ushort)number));
            }
        }

        foreach ((ulong addedKey, ushort rule) in added)
        {
            _kept[addedKey] = rule;
        }
    }

    private static LemmaRule Commonest(IEnumerable<Word> words) => words.GroupBy(w => w.Rule)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).First().Key;

    private static LemmaRule Best(IReadOnlyList<Word> words)
    {
        (LemmaRule Rule, int Count)[] rules =
            [.. words.GroupBy(w => w.Rule).Select(g => (g.Key, g.Sum(w => w.Count))).OrderByDescending(r => r.Item2).ThenBy(r => r.Key.ToString(), StringComparer.Ordinal)];
        double enough = Math.Max(PlainerMinimum, PlainerShare * rules.Sum(r => r.Count));
        return rules.Where((r, i) => i == 0 || r.Count >= enough).MinBy(r => r.Rule.Strip + r.Rule.Suffix.Length).Rule;
    }

    private int Number(LemmaRule rule)
    {
        if (!_numbers.TryGetValue(rule, out int number))
        {
            number = _numbers.Count;
            _numbers.Add(rule, number);
        }

        return number;
    }

    private LemmaRules Build()
    {
        (ulong Key, ushort Rule)[] kept = [.. _kept.Select(p => (p.Key, p.Value)).OrderBy(p => p.Key)];
        return new LemmaRules([.. _numbers.OrderBy(p => p.Value).Select(p => p.Key)], [.. kept.Select(p => p.Key)], [.. kept.Select(p => p.Rule)], isKnown);
    }

    private sealed record Word(string Form, string Lower, LetterCase Case, ulong TagKey, LemmaRule Rule, int Count);
}
