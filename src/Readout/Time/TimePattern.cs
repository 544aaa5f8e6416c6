namespace Readout.Time;

/// <summary>One way to write a rule's pattern without choices: the symbols in order and what each binds.</summary>
/// <param name="Symbols">Symbol of each atom.</param>
/// <param name="Keys">Name under which each atom's value is kept; -1 for none.</param>
/// <param name="Constants">Values kept whatever the text.</param>
/// <param name="Ahead">How many of the last symbols must follow the expression but are no part of it.</param>
internal sealed record TimePattern(int[] Symbols, int[] Keys, (TimeKey Key, int Value)[] Constants, int Ahead);
