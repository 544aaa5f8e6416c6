using Readout.Learning;
using Readout.Models;

namespace Readout.Tagging;

/// <summary>
/// Lemma rules by form and tags, learnt from a treebank: the exact form, else the form in lower case, else its longest known suffix of at
/// most <see cref="LongestSuffix"/> letters, the latter two with the way it is written, each with both tags. Immutable, thread-safe.
/// </summary>
internal sealed class LemmaRules
{
    /// <summary>Longest suffix that rules generalize over.</summary>
    public const int LongestSuffix = 6;

    private const int MaximumLength = 128;

    private readonly LemmaRule[] _rules;
    private readonly ulong[] _keys;
    private readonly ushort[] _ruleOf;
    private readonly WordIndex _index;

    /// <param name="rules">At most 65,536 rules.</param>
    /// <param name="keys">Keys as <see cref="FormKey"/>, <see cref="LowerKey"/> and <see cref="SuffixKey"/> make them.</param>
    /// <param name="ruleOf">Per key the number of its rule.</param>
    public LemmaRules(LemmaRule[] rules, ulong[] keys, ushort[] ruleOf)
    {
        (_rules, _keys, _ruleOf) = (rules, keys, ruleOf);
        _index = new WordIndex(keys);
    }

    public static LemmaRules Load(ModelFile file) => new(
        [.. file.Lines("lemma.rules").Select(LemmaRule.Parse)],
        file.UInt64s("lemma.keys"),
        file.Elements<ushort>("lemma.ruleof").ToArray());

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
        for (int length = Math.Min(lower.Length, LongestSuffix); row < 0 && length >= 0; length--)
        {
            row = _index.Find(SuffixKey(lower, length, letters, tagKey));
        }

        return row < 0 ? -1 : _ruleOf[row];
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
