namespace Readout.Sources.Tests.Evidence;

/// <summary>Tests that run by themselves, after all others.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone
{
}
