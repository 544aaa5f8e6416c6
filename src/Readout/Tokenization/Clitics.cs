namespace Readout.Tokenization;

/// <summary>English clitics: 's, 'm, 'd, 're, 've, 'll and n't, with any of the apostrophes in use.</summary>
internal static class Clitics
{
    /// <summary>Offset of the clitic that ends the word; 0 where none does or nothing would stand before it.</summary>
    public static int Cut(ReadOnlySpan<char> word)
    {
        int length = word.Length;
        if (length < 3)
        {
            return 0;
        }

        if (CharKinds.IsApostrophe(word[length - 2]))
        {
            char last = char.ToLowerInvariant(word[length - 1]);
            if (last == 't' && length >= 4 && word[length - 3] is 'n' or 'N')
            {
                return length - 3;
            }

            // 1990's and 60's are plurals of the number, which UD leaves whole.
            bool plural = last == 's' && char.IsAsciiDigit(word[length - 3]);
            return last is 's' or 'm' or 'd' && !plural ? length - 2 : 0;
        }

        return length >= 4 && IsClitic(word[(length - 3)..]) ? length - 3 : 0;
    }

    /// <summary>Whether the characters are just a clitic: an apostrophe and its letters, or n't.</summary>
    public static bool IsClitic(ReadOnlySpan<char> word)
    {
        if (word.Length < 2)
        {
            return false;
        }

        if (word.Length == 3 && CharKinds.IsApostrophe(word[1]))
        {
            return word[0] is 'n' or 'N' && word[2] is 't' or 'T';
        }

        if (!CharKinds.IsApostrophe(word[0]))
        {
            return false;
        }

        ReadOnlySpan<char> rest = word[1..];
        return rest.Length == 1
            ? rest[0] is 's' or 'S' or 'm' or 'M' or 'd' or 'D'
            : rest.Equals("re", StringComparison.OrdinalIgnoreCase) || rest.Equals("ve", StringComparison.OrdinalIgnoreCase)
                || rest.Equals("ll", StringComparison.OrdinalIgnoreCase);
    }
}
