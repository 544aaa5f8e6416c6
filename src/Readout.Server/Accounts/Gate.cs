using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Accounts;

namespace Readout.Server.Accounts;

/// <summary>
/// Lets in whom it knows, by session or token, and lets each do what their role may: readers read and follow, editors write, administrators
/// manage. Where there are no accounts everybody is the only user.
/// </summary>
internal sealed class Gate(RequestDelegate next, ServerOptions options, IRecordStore store)
{
    private const string Bearer = "Bearer ";

    // A private feed and a hub's callback are their own keys; a page to sign in on needs its style.
    private static readonly PathString[] Open = ["/login", "/assets", "/feeds", "/websub"];
    private static readonly PathString[] OfReaders = ["/follow", "/account", "/logout", "/login"];
    private static readonly PathString[] OfAdmins = ["/users", "/audit"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!options.NeedsAccounts)
        {
            return next(context);
        }

        string? token = Token(context);
        Account? account = token is not null ? store.Accounts.FindByToken(ApiTokens.Hash(token)) : Sessions.Of(context);
        if (account is null && (token is not null || !Starts(context, Open)))
        {
            return Refuse(context);
        }

        Visitor visitor = account is null ? Visitor.Nobody : new Visitor(account.Name, account.Role);
        context.Features.Set(visitor);
        if (account is not null && !visitor.May(Needed(context)))
        {
            return Failures.WriteAsync(
                context, StatusCodes.Status403Forbidden, "Your account may not do this", $"It takes the role {RecordNames.Of(Needed(context))}; yours is {RecordNames.Of(account.Role)}. An administrator can change it.");
        }

        // A session goes with every request of a browser, whichever page made it; a token only with those of the program that has it.
        return token is null && !WriteGuard.Reads(context) && context.Request.Path.StartsWithSegments("/api") && !IsOwn(context)
            ? Failures.WriteAsync(context, StatusCodes.Status403Forbidden, "This request comes from another site", "Programs send a token: Authorization: Bearer TOKEN.")
            : next(context);
    }

    private static AccountRole Needed(HttpContext context) =>
        Starts(context, OfAdmins) ? AccountRole.Admin
        : WriteGuard.Reads(context) || Starts(context, OfReaders) ? AccountRole.Reader
        : AccountRole.Editor;

    private static Task Refuse(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api") || !WriteGuard.Reads(context))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Failures.WriteAsync(context, StatusCodes.Status401Unauthorized, "Sign in first", "Programs send a token of an account: Authorization: Bearer TOKEN.");
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/login?next=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
        return Task.CompletedTask;
    }

    private static bool IsOwn(HttpContext context)
    {
        string origin = context.Request.Headers.Origin.ToString();
        return context.Request.Headers["Sec-Fetch-Site"] == "same-origin" || origin == $"{context.Request.Scheme}://{context.Request.Host}";
    }

    private static string? Token(HttpContext context) =>
        context.Request.Headers[HeaderNames.Authorization] is [{ } header, ..] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    private static bool Starts(HttpContext context, PathString[] paths) => paths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
