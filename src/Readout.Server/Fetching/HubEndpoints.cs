using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Readout.Server.Fetching;

/// <summary>The addresses at which hubs ask whether we subscribed, and tell of news: W3C WebSub, sections 5.3 and 7. They are known to the hub alone.</summary>
public static class HubEndpoints
{
    /// <summary>Path under which the callbacks lie.</summary>
    public const string Path = "/websub/";

    private const long MaximumBody = 4 * 1024 * 1024;
    private const int LongestToken = 100;

    internal static void Map(WebApplication app, IHubCallbacks? callbacks)
    {
        if (callbacks is null)
        {
            return;
        }

        app.MapGet(Path + "{token}", (HttpContext context, string token) => Confirm(callbacks, context, token)).ExcludeFromDescription();
        app.MapPost(Path + "{token}", (HttpContext context, string token) => TakeAsync(callbacks, context, token))
            .WithMetadata(new RequestSizeLimitAttribute(MaximumBody)).ExcludeFromDescription();
    }

    private static IResult Confirm(IHubCallbacks callbacks, HttpContext context, string token)
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = context.Request.Query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        return token.Length <= LongestToken && callbacks.Confirm(token, query) is { } challenge
            ? TypedResults.Text(challenge, "text/plain")
            : TypedResults.NotFound();
    }

    // A delivery that is not signed is answered like one that is (section 8.1), so that nobody can try out secrets.
    private static async Task<IResult> TakeAsync(IHubCallbacks callbacks, HttpContext context, string token)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        bool isKnown = token.Length <= LongestToken
            && callbacks.Take(token, body.GetBuffer().AsSpan(0, (int)body.Length), context.Request.Headers["X-Hub-Signature"].FirstOrDefault());
        return isKnown ? TypedResults.Accepted((string?)null) : TypedResults.StatusCode(StatusCodes.Status410Gone);
    }
}
