using System.Globalization;

namespace Readout.Models;

/// <summary>
/// The features of a word form that do not depend on its context: affixes, shape and spelling marks, each hashed into a table of
/// fixed size (hash embeddings: Svenstrup et al. 2017). Letters are lower-cased, digits become 0 and typographic quotes plain ones
/// before hashing. Collisions share a row.
/// </summary>
internal static class LexicalFeatures
{
    /// <summary>Number of hashed features; the whole word is a further one, looked up by <see cref="WordHash"/>.</summary>
    public const int Count = 6;

    /// <summary>Characters of a form that are read; the rest of an absurdly long one is ignored.</summary>
    private const int MaximumLength = 64;

    private const ulong Basis = 0xCBF29CE484222325UL;
    private const ulong Prime = 0x100000001B3UL;

    /// <summary>Rows of each table: suffixes of 2, 3 and 4, prefix of 3, shape, marks.</summary>
    public static ReadOnlySpan<int> TableSizes => [2048, 4096, 8192, 4096, 1024, 64];

    /// <summary>The 64-bit FNV-1a hash of the normalized form, finally mixed.</summary>
    public static ulong WordHash(ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[MaximumLength];
        return Hash(Normalize(form, buffer), 0);
    }

    /// <summary>Fills <paramref name="ids"/> with <see cref="Count"/> row numbers.</summary>
    public static void Compute(ReadOnlySpan<char> form, Span<int> ids)
    {
        Span<char> buffer = stackalloc char[MaximumLength];
        ReadOnlySpan<char> word = Normalize(form, buffer);
        ReadOnlySpan<int> sizes = TableSizes;
        ids[0] = Row(Hash(word[Math.Max(0, word.Length - 2)..], 1), sizes[0]);
        ids[1] = Row(Hash(word[Math.Max(0, word.Length - 3)..], 2), sizes[1]);
        ids[2] = Row(Hash(word[Math.Max(0, word.Length - 4)..], 3), sizes[2]);
        ids[3] = Row(Hash(word[..Math.Min(3, word.Length)], 4), sizes[3]);
        ids[4] = Row(ShapeHash(form), sizes[4]);
        ids[5] = Marks(form);
    }

    /// <summary>The form as it is hashed, at most 64 characters.</summary>
    public static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> form, Span<char> buffer)
    {
        int length = Math.Min(form.Length, MaximumLength);
        for (int i = 0; i < length; i++)
        {
            char c = form[i];
            buffer[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= '0' and <= '9' => '0',
                '‘' or '’' or '`' or '´' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '—' or '–' or '―' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }

        return buffer[..length];
    }

    private static int Row(ulong hash, int size) => (int)(hash & (ulong)(size - 1));

    private static ulong Hash(ReadOnlySpan<char> text, ulong salt)
    {
        ulong hash = Basis ^ (salt * 0x9E3779B97F4A7C15UL);
        foreach (char c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return Learning.SeededRandom.Mix(hash);
    }

    /// <summary>Runs of one character class count at most twice: "Washington-based" is "Xxx-xx".</summary>
    private static ulong ShapeHash(ReadOnlySpan<char> form)
    {
        ulong hash = Basis;
        char previous = '\0';
        int run = 0;
        foreach (char c in form[..Math.Min(form.Length, MaximumLength)])
        {
            char kind = char.IsAsciiLetterLower(c) || char.IsLower(c) ? 'x' : char.IsUpper(c) ? 'X' : char.IsDigit(c) ? '0' : c;
            run = kind == previous ? run + 1 : 1;
            previous = kind;
            if (run <= 2)
            {
                hash = (hash ^ kind) * Prime;
            }
        }

        return Learning.SeededRandom.Mix(hash);
    }

    /// <summary>Bits: capital first, no small letter but a capital, a digit, a mark that is no letter or digit, no letter, a long form.</summary>
    private static int Marks(ReadOnlySpan<char> form)
    {
        bool lower = false, upper = false, digit = false, other = false;
        foreach (char c in form[..Math.Min(form.Length, MaximumLength)])
        {
            UnicodeCategory category = char.GetUnicodeCategory(c);
            bool isUpper = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
            bool isLetter = category <= UnicodeCategory.OtherLetter;
            upper |= isUpper;
            lower |= isLetter && !isUpper;
            digit |= category == UnicodeCategory.DecimalDigitNumber;
            other |= !isLetter && category != UnicodeCategory.DecimalDigitNumber;
        }

        int marks = form.Length > 0 && char.IsUpper(form[0]) ? 1 : 0;
        marks |= upper && !lower ? 2 : 0;
        marks |= digit ? 4 : 0;
        marks |= other ? 8 : 0;
        marks |= !upper && !lower ? 16 : 0;
        return marks | (form.Length > 12 ? 32 : 0);
    }
}
