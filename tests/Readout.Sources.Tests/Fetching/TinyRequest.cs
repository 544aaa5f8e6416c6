namespace Readout.Sources.Tests.Fetching;

/// <summary>A request as it came over the wire.</summary>
internal sealed record TinyRequest(string Path, IReadOnlyDictionary<string, string> Headers);
