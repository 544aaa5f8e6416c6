using Microsoft.AspNetCore.Http;

namespace Readout.Server.Accounts;

/// <summary>Who asks: the account that signed in, or the only user of a server that has no accounts.</summary>
/// <param name="Name">Name of the account; empty for the only user.</param>
internal sealed record Visitor(string Name)
{
    /// <summary>The only user of a server on loopback, who may do everything.</summary>
    public static Visitor Only { get; } = new("");

    /// <summary>Who sent a request.</summary>
    public static Visitor Of(HttpContext context) => context.Features.Get<Visitor>() ?? Only;
}
