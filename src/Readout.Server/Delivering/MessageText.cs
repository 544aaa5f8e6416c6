namespace Readout.Server.Delivering;

/// <summary>A message as text.</summary>
/// <param name="Subject">One line, no control characters.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Briefings">Briefings in Markdown, part of the body as well.</param>
internal sealed record MessageText(string Subject, string Body, IReadOnlyList<string> Briefings);
