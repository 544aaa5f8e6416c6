namespace Readout.Sources.Fetching;

/// <summary>A name leads only to addresses that are refused; turned into <see cref="FetchOutcome.AddressRefused"/>.</summary>
internal sealed class AddressRefusedException : IOException
{
    public AddressRefusedException(string host)
        : base($"{host} lies in a private network or on this machine; allow it by name to fetch from it")
    {
    }
}
