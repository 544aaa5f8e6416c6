using System.Globalization;

namespace Readout.Tokenization;

/// <summary>The kind of every UTF-16 code unit as one 64 KiB table, so that the splitter's inner loop is a load and a compare. Immutable.</summary>
internal sealed class CharKinds
{
    private readonly byte[] _kinds = new byte[char.MaxValue + 1];

    public CharKinds()
    {
        for (int c = 0; c < _kinds.Length; c++)
        {
            _kinds[c] = (byte)Classify((char)c);
        }
    }

    public CharKind this[char c] => (CharKind)_kinds[c];

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018' or '`' or '\u00B4';

    private static CharKind Classify(char c)
    {
        switch (c)
        {
            case '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029':
                return CharKind.Line;
            // Soft hyphen, zero-width joiners and variation selectors stand inside words.
            case '\u00AD' or '\u200C' or '\u200D':
                return CharKind.Lower;
            case '\u02BC':
                return CharKind.Sign;
        }

        if (char.IsWhiteSpace(c))
        {
            return CharKind.Space;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharKind.Upper,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => CharKind.Lower,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Lower,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.Control or UnicodeCategory.Format => CharKind.Space,
            _ => CharKind.Sign,
        };
    }
}
