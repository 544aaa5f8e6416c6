namespace Readout.Sources.Fetching;

/// <summary>One redirect that was followed.</summary>
/// <param name="From">Address that answered.</param>
/// <param name="To">Address that it named.</param>
/// <param name="Status">301, 302, 303, 307 or 308.</param>
public sealed record Redirect(Uri From, Uri To, int Status)
{
    /// <summary>Whether the new address is to be used from now on (301, 308).</summary>
    public bool IsPermanent => Status is 301 or 308;
}
