namespace Readout.Tokenization;

/// <summary>When a word keeps its full stop.</summary>
internal enum AbbreviationUse : byte
{
    /// <summary>Never: it is no abbreviation.</summary>
    None,

    /// <summary>Wherever it stands.</summary>
    Always,

    /// <summary>Before a number only ("No. 4").</summary>
    Number,

    /// <summary>Capitalised, and before a capital or a digit only ("Sat. Nov 4").</summary>
    Capital,
}
