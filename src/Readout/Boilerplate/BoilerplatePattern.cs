namespace Readout.Boilerplate;

/// <summary>A row of <c>data/boilerplate.tsv</c>.</summary>
/// <param name="Text">Lower case, one space between words.</param>
/// <param name="Words">Longest line, in words, that it may mark.</param>
/// <param name="Class">What the line is for, such as <c>social</c>.</param>
internal sealed record BoilerplatePattern(string Text, int Words, string Class);
