namespace Readout.Time;

/// <summary>A line of <c>data/time/rules.tsv</c> after its pattern.</summary>
/// <param name="Order">Line order: the earlier of two equally long matches wins.</param>
/// <param name="Type">Type of the expression.</param>
/// <param name="Operation">How its value is made.</param>
/// <param name="Conditions">What must or must not stand beside the match.</param>
internal sealed record TimeRule(int Order, TimeType Type, TimeOperation Operation, TimeCondition[] Conditions);
