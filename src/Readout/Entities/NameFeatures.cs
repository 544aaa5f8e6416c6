using System.Buffers;
using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Hashed features of each word for the name model: forms and shapes in a window of five, affixes, gazetteer matches, person name words, and what the rest
/// of the document shows of the word (Ratinov and Roth 2009). Arrays are rented; <see cref="Dispose"/> gives them back.
/// </summary>
internal ref struct NameFeatures
{
    /// <summary>Features of one word.</summary>
    public const int Count = 44;

    /// <summary>Those of them that depend on its form alone.</summary>
    public const int FormCount = 8;

    private const int Affixes = 6;
    private const int AffixPlace = 30;

    /// <summary>Which of the features name the word itself; training hides them now and then, so that context and lists learn to do without.</summary>
    public static ReadOnlySpan<int> LexicalPositions => [0, 1, 6, 7, 36];

    private const uint InnerSign = 1u << 18;

    // A mark for MatchLists, which takes it away.
    private const uint StartsEntry = 1u << 31;

    private readonly TokenTable _tokens;
    private readonly ulong[] _keys;
    private readonly uint[] _shapes;
    private readonly uint[] _lists;
    private readonly uint[] _clusters;
    private readonly int[] _slots;
    private readonly short[] _scores;
    private readonly DocumentForms _document;

    public NameFeatures(TokenTable tokens, NameGazetteer gazetteer, NameWordCache words)
    {
        _tokens = tokens;
        _keys = ArrayPool<ulong>.Shared.Rent(tokens.Count + 1);
        _shapes = ArrayPool<uint>.Shared.Rent(tokens.Count + 1);
        _lists = ArrayPool<uint>.Shared.Rent(tokens.Count + 1);
        _clusters = ArrayPool<uint>.Shared.Rent(tokens.Count + 1);
        _slots = ArrayPool<int>.Shared.Rent(tokens.Count + 1);
        _scores = ArrayPool<short>.Shared.Rent((tokens.Count + 1) * NameLabelSet.Count);
        _document = new DocumentForms(tokens.Count);
        for (int row = 0; row < tokens.Count; row++)
        {
            ref readonly NameWord word = ref words.Get(tokens.Form(row));
            _keys[row] = word.Key;
            _shapes[row] = word.Shape | (IsInnerSign(row) ? InnerSign : 0);
            _clusters[row] = word.Cluster;
            _lists[row] = word.Lists | (word.StartsEntry ? StartsEntry : 0);
            _slots[row] = _document.Slot(word.Key);
            ((ReadOnlySpan<short>)word.Scores).CopyTo(_scores.AsSpan(row * NameLabelSet.Count));
        }

        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            MatchLists(gazetteer, tokens.SentenceStarts[s], tokens.SentenceStarts[s + 1]);
            CountForms(tokens.SentenceStarts[s], tokens.SentenceStarts[s + 1]);
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<uint>.Shared.Return(_shapes);
        ArrayPool<uint>.Shared.Return(_lists);
        ArrayPool<uint>.Shared.Return(_clusters);
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<short>.Shared.Return(_scores);
        _document.Dispose();
    }

    /// <summary>Whether the word opens with a capital, a digit or a caseless sign of a name; a sentence without one holds no name.</summary>
    public readonly bool IsCapitalised(int row) => (_shapes[row] & 7) is 2 or 3 or 4;

    /// <summary>Whether the document writes the word in lower case somewhere.</summary>
    public readonly bool IsSeenInLowerCase(int row) => (_document[_keys[row]] & 1) != 0;

    /// <summary>The summed weights of the features that depend on a word's form alone, one a label.</summary>
    public readonly ReadOnlySpan<short> FormScores(int row) => _scores.AsSpan(row * NameLabelSet.Count, NameLabelSet.Count);

    /// <summary>Rows of a sentence, and whether it is a line of capitals, in which capitals say nothing (headlines, slugs).</summary>
    public readonly NameSentence Sentence(int sentence)
    {
        (int first, int end) = (_tokens.SentenceStarts[sentence], _tokens.SentenceStarts[sentence + 1]);
        int capitals = 0;
        int lower = 0;
        for (int row = first; row < end && row < first + 12; row++)
        {
            capitals += (_shapes[row] & 7) == 3 ? 1 : 0;
            lower += (_shapes[row] & 7) == 1 ? 1 : 0;
        }

        return new NameSentence(first, end, lower == 0 && capitals > 2);
    }

    /// <summary>Fills the <see cref="FormCount"/> indexes of the features that depend on a form alone, below <paramref name="space"/>.</summary>
    public static void FillForm(ReadOnlySpan<char> form, in NameWord word, int space, Span<int> features)
    {
        ulong kind = word.Shape & 7;
        var hasher = new FeatureHasher(features, space);
        hasher.Add(word.Key, 0);
        hasher.Add(word.Key, kind);
        hasher.Skip(AffixPlace - 2);
        AddAffixes(ref hasher, form, kind);
    }

    /// <summary>Fills feature indexes below <paramref name="space"/>, a power of two: all <see cref="Count"/>, or all that do not depend on the form alone.</summary>
    /// <param name="row">The word.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="space">Size of the feature space.</param>
    /// <param name="features">Receives the indexes; its length says which.</param>
    public readonly void Fill(int row, in NameSentence sentence, int space, Span<int> features)
    {
        (int first, int end, bool shouting) = sentence;
        bool all = features.Length == Count;
        ulong k0 = _keys[row];
        ulong k1 = row > first ? _keys[row - 1] : 1;
        ulong k2 = row - 1 > first ? _keys[row - 2] : 1;
        ulong n1 = row + 1 < end ? _keys[row + 1] : 2;
        ulong n2 = row + 2 < end ? _keys[row + 2] : 2;
        ulong s0 = _shapes[row];
        ulong s1 = row > first ? _shapes[row - 1] : 6;
        ulong t1 = row + 1 < end ? _shapes[row + 1] : 6;
        ulong s2 = row - 1 > first ? _shapes[row - 2] : 6;
        ulong t2 = row + 2 < end ? _shapes[row + 2] : 6;
        ulong g0 = _lists[row];
        ulong g1 = row > first ? _lists[row - 1] : 0;
        ulong h1 = row + 1 < end ? _lists[row + 1] : 0;
        ulong c0 = s0 & 7;
        ulong place = (row == first ? 1u : 0) | (shouting ? 2u : 0);
        ulong seen = _document.Bits(_slots[row]);
        var hasher = new FeatureHasher(features, space);
        if (all)
        {
            hasher.Add(k0, 0);
            hasher.Add(k0, c0);
        }
        else
        {
            hasher.Skip(2);
        }

        hasher.Add(k1, 0);
        hasher.Add(n1, 0);
        hasher.Add(k2, 0);
        hasher.Add(n2, 0);
        hasher.Add(k0, k1);
        hasher.Add(k0, n1);
        hasher.Add(s0, place);
        hasher.Add((s1 << 32) | s0, place);
        hasher.Add((t1 << 32) | s0, place);
        hasher.Add((s1 << 40) | (s0 << 20) | t1, 0);
        hasher.Add((s2 << 40) | (s1 << 20) | s0, 0);
        hasher.Add((s0 << 40) | (t1 << 20) | t2, 0);
        hasher.Add(k1, c0);
        hasher.Add(n1, c0);
        hasher.Add(k2 * 31 + k1, c0);
        hasher.Add(n1 * 31 + n2, c0);
        hasher.Add(k1 * 31 + n1, c0);
        hasher.Add(g0, place);
        hasher.Add(g0, c0);
        hasher.Add((g1 << 32) | g0, 0);
        hasher.Add((g0 << 32) | h1, 0);
        hasher.Add(g0 & 0xFFFF, k1);
        hasher.Add(g0 & 0xFFFF, n1);
        hasher.Add(g0 >> 16, s0);
        hasher.Add(seen, (c0 << 2) | place);
        hasher.Add(seen, g0);
        hasher.Add(h1, (s0 << 8) | place);
        hasher.Add(g1, (s0 << 8) | place);
        if (all)
        {
            AddAffixes(ref hasher, _tokens.Form(row), c0);
        }
        else
        {
            hasher.Skip(Affixes);
        }

        hasher.Add((s1 << 20) | (t1 & 7), k0);
        AddClusters(ref hasher, row, (first, end), (c0 << 2) | place);
    }

    private readonly void AddClusters(ref FeatureHasher hasher, int row, (int First, int End) sentence, ulong kind)
    {
        ulong here = _clusters[row];
        ulong left = row > sentence.First ? _clusters[row - 1] : 1 << 16;
        ulong right = row + 1 < sentence.End ? _clusters[row + 1] : 1 << 17;
        hasher.Add(here, kind);
        hasher.Add(here >> 8, kind);
        hasher.Add(left, kind);
        hasher.Add(right, kind);
        hasher.Add((left << 32) | (here >> 8), kind);
        hasher.Add((right << 32) | (here >> 8), kind);
        hasher.Add((left << 32) | right, kind);
    }

    private static void AddAffixes(ref FeatureHasher hasher, ReadOnlySpan<char> form, ulong kind)
    {
        for (int length = 2; length <= 4; length++)
        {
            hasher.Add(form.Length >= length ? NameGazetteer.WordKey(form[^length..]) : 3, kind);
        }

        hasher.Add(form.Length >= 3 ? NameGazetteer.WordKey(form[..3]) : 3, kind);
        hasher.Add(form.Length >= 4 ? NameGazetteer.WordKey(form[..4]) : 3, kind);
        hasher.Add((ulong)Math.Min(form.Length, 12), kind);
    }

    private void MatchLists(NameGazetteer gazetteer, int first, int end)
    {
        for (int row = first; row < end;)
        {
            if ((_lists[row] & StartsEntry) == 0)
            {
                row++;
                continue;
            }

            NameClass classes = gazetteer.Longest(_keys.AsSpan(row, end - row), out int length);
            for (int i = 0; i < length; i++)
            {
                uint position = length == 1 ? 1u : i == 0 ? 2u : i == length - 1 ? 4u : 3u;
                _lists[row + i] |= ((uint)classes << 3) | position;
            }

            row += Math.Max(1, length);
        }

        for (int row = first; row < end; row++)
        {
            _lists[row] &= ~StartsEntry;
        }
    }

    // A sign between two words without white space: the hyphen of a double name, not a dash.
    private readonly bool IsInnerSign(int row) =>
        !_tokens.SpaceBefore(row) && row + 1 < _tokens.Count && !_tokens.SpaceBefore(row + 1) && !char.IsLetterOrDigit(_tokens.Form(row)[0]);

    // Per word of the document: seen in lower case (1), capitalised inside a sentence (2), capitalised there twice or more (4).
    private readonly void CountForms(int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            uint kind = _shapes[row] & 7;
            ref byte seen = ref _document[_keys[row]];
            if (kind == 1)
            {
                seen |= 1;
            }
            else if (kind is 2 or 3 && row > first && !_tokens.Form(row - 1).SequenceEqual("\"") && (_shapes[row - 1] & 7) != 5)
            {
                seen |= (seen & 2) != 0 ? (byte)4 : (byte)2;
            }
        }
    }

    // Low three bits: 1 lower case, 2 capitalised, 3 all capitals, 4 digit first, 5 sign; above them a compressed shape ("Xx", "X.X.", "Xx-dd").
    public static uint Shape(ReadOnlySpan<char> form)
    {
        uint shape = 0;
        uint last = 9;
        bool lower = false;
        foreach (char c in form)
        {
            uint kind = char.IsUpper(c) ? 1u : char.IsLetter(c) ? 2u : char.IsDigit(c) ? 3u : c == '.' ? 4u : c is '-' or '\'' or '\u2019' ? 5u : 6u;
            lower |= kind == 2;
            if (kind != last && shape < 1 << 12)
            {
                shape = (shape * 7) + kind;
                last = kind;
            }
        }

        uint first = char.IsUpper(form[0]) ? (lower || form.Length == 1 ? 2u : 3u) : char.IsLetter(form[0]) ? 1u : char.IsDigit(form[0]) ? 4u : 5u;
        return (shape << 3) | first;
    }
}
