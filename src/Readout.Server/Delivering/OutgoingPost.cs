namespace Readout.Server.Delivering;

/// <summary>A POST to an address that a user named.</summary>
/// <param name="Address">Where.</param>
/// <param name="Headers">Headers beside those of the content.</param>
/// <param name="Body">Body; JSON in UTF-8.</param>
public sealed record OutgoingPost(Uri Address, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
