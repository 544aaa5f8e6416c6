namespace Readout.Tagging;

/// <summary>Which letters of a form are capitals.</summary>
internal enum LetterCase
{
    /// <summary>None.</summary>
    Lower,

    /// <summary>The first and not all.</summary>
    Title,

    /// <summary>All, of two characters or more.</summary>
    Upper,

    /// <summary>Some, but not the first.</summary>
    Mixed,
}
