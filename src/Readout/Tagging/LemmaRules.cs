using Readout.Learning;
using Readout.Models;

namespace Readout.Tagging;

/// <summary>
/// Lemma rules by form and tags, learnt from a treebank: the exact form, else the form in lower case, else its longest known suffix of at
/// most <see cref="LongestSuffix"/> letters, unless that gives no known word and a common rule of the tags does; all but the first with the way the form
/// is written, each with both tags. Immutable, thread-safe.
/// </summary>
internal sealed class LemmaRules
{
    /// <summary>How many of the commonest rules of its tags are tried on a word that no suffix leads to a known one.</summary>
    public const int Ranks = 6;

    /// <summary>Longest suffix that rules generalize over.</summary>
    public const int LongestSuffix = 6;

    private const int MaximumLength = 128;

    private readonly LemmaRule[] _rules;
    private readonly ulong[] _keys;
    private readonly ushort[] _ruleOf;
    private readonly WordIndex _index;
    private readonly Func<ulong, bool> _isKnown;

    /// <param name="rules">At most 65,536 rules.</param>
    /// <param name="keys">Keys as <see cref="FormKey"/>, <see cref="LowerKey"/> and <see cref="SuffixKey"/> make them.</param>
    /// <param name="ruleOf">Per key the number of its rule.</param>
    /// <param name="isKnown">Whether a word is known by its <see cref="LexicalFeatures.WordHash"/>.</param>
    public LemmaRules(LemmaRule[] rules, ulong[] keys, ushort[] ruleOf, Func<ulong, bool> isKnown)
    {
        (_rules, _keys, _ruleOf, _isKnown) = (rules, keys, ruleOf, isKnown);
        _index = new WordIndex(keys);
    }

    public static LemmaRules Load(ModelFile file, Func<ulong, bool> isKnown) => new(
        [.. file.Lines("lemma.rules").Select(LemmaRule.Parse)],
        file.UInt64s("lemma.keys"),
        file.Elements<ushort>("lemma.ruleof").ToArray(),
        isKnown);

    public void Save(ModelFileBuilder file)
    {
        file.Add("lemma.rules", _rules.Select(r => r.ToString()));
        file.Add("lemma.keys", _keys);
        file.Add("lemma.ruleof", _ruleOf);
    }

    /// <summary>A hash of the two tags of a word, the second part of every key.</summary>
    public static ulong TagKey(string upos, string xpos) => Hash(xpos, Hash(upos, 17));

    /// <summary>The key of a form as written.</summary>
    public static ulong FormKey(ReadOnlySpan<char> form, ulong tagKey) => SeededRandom.Mix(Hash(form, 1) ^ tagKey);

    /// <summary>The key of a form in lower case and how it was written.</summary>
    public static ulong LowerKey(ReadOnlySpan<char> lower, LetterCase letters, ulong tagKey) =>
        SeededRandom.Mix(Hash(lower, 100 + (ulong)letters) ^ tagKey);

    /// <summary>The key of the last <paramref name="length"/> letters of a form in lower case and how it was written.</summary>
    public static ulong SuffixKey(ReadOnlySpan<char> lower, int length, LetterCase letters, ulong tagKey) =>
        SeededRandom.Mix(Hash(lower[^length..], (ulong)((length * 4) + (int)letters + 2)) ^ tagKey);

    /// <summary>The key of the commonest rules of a tag, by rank from 0, and of how the form was written.</summary>
    public static ulong RankKey(int rank, LetterCase letters, ulong tagKey) =>
        SeededRandom.Mix(Hash("", 1000 + (ulong)((rank * 4) + (int)letters)) ^ tagKey);

    /// <summary>How a form is written: a name in small letters and one in capitals have other rules than a sentence's first word.</summary>
    public static LetterCase CaseOf(ReadOnlySpan<char> form)
    {
        bool small = false, capital = false;
        foreach (char c in form)
        {
            small |= char.IsLower(c);
            capital |= char.IsUpper(c);
        }

        return !capital ? LetterCase.Lower : !small && form.Length > 1 ? LetterCase.Upper : char.IsUpper(form[0]) ? LetterCase.Title : LetterCase.Mixed;
    }

    /// <summary>Writes the lemma of a form and returns its length; -1 if the form is too long for a rule, its own lemma then.</summary>
    public int Lemmatize(ReadOnlySpan<char> form, ulong tagKey, Span<char> lemma)
    {
        if (form.Length > MaximumLength)
        {
            return -1;
        }

        int rule = Find(form, tagKey);
        return rule < 0 ? -1 : _rules[rule].Apply(form, lemma);
    }

    /// <summary>The number of the rule for a form, -1 if nothing is known of its tags.</summary>
    public int Find(ReadOnlySpan<char> form, ulong tagKey)
    {
        int row = _index.Find(FormKey(form, tagKey));
        if (row >= 0)
        {
            return _ruleOf[row];
        }

        Span<char> buffer = stackalloc char[MaximumLength];
        Span<char> lower = buffer[..Math.Min(form.Length, MaximumLength)];
        for (int i = 0; i < lower.Length; i++)
        {
            lower[i] = char.ToLowerInvariant(form[i]);
        }

        LetterCase letters = CaseOf(form);
        row = _index.Find(LowerKey(lower, letters, tagKey));
        row = row < 0 && letters != LetterCase.Lower ? _index.Find(LowerKey(lower, LetterCase.Lower, tagKey)) : row;
        return row >= 0 ? _ruleOf[row] : Guess(form, lower, (letters, tagKey));
    }

    /// <summary>The rule for the longest suffix, unless it changes the form into no known word and one of the commonest of its tags cuts a known word out.</summary>
    private int Guess(ReadOnlySpan<char> form, ReadOnlySpan<char> lower, (LetterCase Letters, ulong Tags) key)
    {
        int row = -1;
        for (int length = Math.Min(lower.Length, LongestSuffix); row < 0 && length >= 0; length--)
        {
            row = _index.Find(SuffixKey(lower, length, key.Letters, key.Tags));
        }

        int first = row < 0 ? -1 : _ruleOf[row];
        if (first < 0 || _rules[first].Strip == 0 || IsKnown(form, _rules[first]))
        {
            return first;
        }

        for (int rank = 0; rank < Ranks; rank++)
        {
            row = _index.Find(RankKey(rank, key.Letters, key.Tags));
            if (row >= 0 && _rules[_ruleOf[row]] is { Strip: > 0, Suffix: "" } rule && IsKnown(form, rule))
            {
                return _ruleOf[row];
            }
        }

        return first;
    }

    private bool IsKnown(ReadOnlySpan<char> form, LemmaRule rule)
    {
        Span<char> lemma = stackalloc char[2 * MaximumLength];
        int length = rule.Apply(form[..Math.Min(form.Length, MaximumLength)], lemma);
        return length > 0 && _isKnown(LexicalFeatures.WordHash(lemma[..length]));
    }

    private static ulong Hash(ReadOnlySpan<char> text, ulong salt)
    {
        ulong hash = 0xCBF29CE484222325UL ^ (salt * 0x9E3779B97F4A7C15UL);
        foreach (char c in text)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return SeededRandom.Mix(hash);
    }
}
