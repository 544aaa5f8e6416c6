namespace Readout.Sources.Files;

/// <summary>An item that could not be read; the run goes on without it.</summary>
/// <param name="Kind">Class of the failure.</param>
/// <param name="Name">File, or file and line, as the user would name it.</param>
/// <param name="Message">One sentence for a person: what is wrong and the way out.</param>
public sealed record ReadFailure(ReadFailureKind Kind, string Name, string Message);
