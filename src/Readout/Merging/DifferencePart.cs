namespace Readout.Merging;

/// <summary>Words of one wording that another has too, or has not.</summary>
/// <param name="Text">The words with the marks and blanks after them.</param>
/// <param name="IsCommon">Whether the other wording has them in the same order.</param>
public readonly record struct DifferencePart(string Text, bool IsCommon);
