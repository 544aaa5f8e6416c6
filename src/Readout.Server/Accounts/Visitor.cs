using Microsoft.AspNetCore.Http;
using Readout.Store.Accounts;

namespace Readout.Server.Accounts;

/// <summary>Who asks: an account that signed in, the only user of a server that has no accounts, or nobody known.</summary>
/// <param name="Name">Name of the account; empty for the only user and for nobody.</param>
/// <param name="Role">What they may do; null for nobody, who may sign in and no more.</param>
internal sealed record Visitor(string Name, AccountRole? Role)
{
    /// <summary>The only user of a server on loopback, who may do everything.</summary>
    public static Visitor Only { get; } = new("", AccountRole.Admin);

    /// <summary>Somebody who has not signed in.</summary>
    public static Visitor Nobody { get; } = new("", null);

    /// <summary>Whether pages of the record are shown.</summary>
    public bool IsKnown => Role is not null;

    /// <summary>Whether there is an account.</summary>
    public bool HasAccount => Name.Length > 0;

    /// <summary>Whether they may do what a role may.</summary>
    public bool May(AccountRole role) => Role >= role;

    /// <summary>Who sent a request.</summary>
    public static Visitor Of(HttpContext context) => context.Features.Get<Visitor>() ?? Only;
}
