namespace Readout.Tokenization;

/// <summary>What a UTF-16 code unit is to the word splitter.</summary>
internal enum CharKind : byte
{
    /// <summary>Punctuation, symbol, surrogate, private use.</summary>
    Sign,

    /// <summary>White space, control and invisible formatting characters: they separate words and belong to none.</summary>
    Space,

    /// <summary>Line or paragraph end.</summary>
    Line,

    /// <summary>Lower-case or caseless letter, combining mark, joiner inside a word.</summary>
    Lower,

    /// <summary>Upper- or title-case letter.</summary>
    Upper,

    /// <summary>Decimal digit.</summary>
    Digit,
}
