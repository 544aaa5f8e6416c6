using Readout.Tagging;

namespace Readout.Training;

/// <summary>
/// Learns lemma rules: suffixes of growing length from distinct words, then words in lower case and as written. A key is kept only where
/// its rule differs from what the shorter keys already give.
/// </summary>
internal sealed class LemmaTrainer
{
    private const int SuffixMinimum = 2;

    private readonly Dictionary<LemmaRule, int> _numbers = [];
    private readonly Dictionary<ulong, ushort> _kept = [];

    public static LemmaRules Train(IEnumerable<TreebankSentence> sentences)
    {
        var trainer = new LemmaTrainer();
        List<Word> words = Collect(sentences);
        for (int length = 0; length <= LemmaRules.LongestSuffix; length++)
        {
            int size = length;
            trainer.Keep(words.Where(w => w.Lower.Length >= size), w => LemmaRules.SuffixKey(w.Lower, size, w.Case, w.TagKey), SuffixMinimum, byType: true);
        }

        trainer.Keep(words, w => LemmaRules.LowerKey(w.Lower, w.Case, w.TagKey), 1, byType: false);
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

    private void Keep(IEnumerable<Word> words, Func<Word, ulong> key, int minimum, bool byType)
    {
        LemmaRules known = Build();
        var added = new List<(ulong Key, ushort Rule)>();
        foreach (IGrouping<ulong, Word> group in words.GroupBy(key))
        {
            LemmaRule best = group.GroupBy(w => w.Rule)
                .OrderByDescending(g => byType ? g.Count() : g.Sum(w => w.Count)).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).First().Key;
            int number = Number(best);
            if (group.Count() >= minimum && group.Any(w => known.Find(w.Form, w.TagKey) != number))
            {
                added.Add((group.Key, (ushort)number));
            }
        }

        foreach ((ulong addedKey, ushort rule) in added)
        {
            _kept[addedKey] = rule;
        }
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
        return new LemmaRules([.. _numbers.OrderBy(p => p.Value).Select(p => p.Key)], [.. kept.Select(p => p.Key)], [.. kept.Select(p => p.Rule)]);
    }

    private sealed record Word(string Form, string Lower, LetterCase Case, ulong TagKey, LemmaRule Rule, int Count);
}
