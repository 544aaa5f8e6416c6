namespace Readout.Server.Layout;

/// <summary>Words that are shown alike.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFound">Whether they were searched for.</param>
/// <param name="IsAction">Whether they say what is to be done.</param>
internal sealed record WordRun(string Text, bool IsFound, bool IsAction);
