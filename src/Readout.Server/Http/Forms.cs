using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Readout.Store.Accounts;
using Readout.Store.Subscriptions;

namespace Readout.Server.Http;

/// <summary>Forms that a page sends: each carries a token of this server, is small, and is answered with the page to read next.</summary>
internal static class Forms
{
    private const long MaximumBody = 64 * 1024;

    /// <summary>Maps a form; the path to go on to, or a refusal, is what its work returns.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string path, Func<HttpContext, IFormCollection, IResult> work) =>
        app.MapAsyncForm(path, (context, form) => Task.FromResult(work(context, form)));

    /// <summary>The same for work that waits.</summary>
    public static RouteHandlerBuilder MapAsyncForm(this IEndpointRouteBuilder app, string path, Func<HttpContext, IFormCollection, Task<IResult>> work) =>
        app.MapPost(path, async (HttpContext context) =>
        {
            // The middleware has checked the token; what it found must be asked for before the form may be read.
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true } || !context.Request.HasFormContentType)
            {
                return new RefusedResult("The form was too old", "go back, reload the page and send it again");
            }

            try
            {
                return await work(context, await context.Request.ReadFormAsync(context.RequestAborted));
            }
            catch (Exception refused) when (refused is SubscriptionException or AccountException)
            {
                return new RefusedResult("This cannot be done", refused.Message);
            }
        }).WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MaximumBody)).ExcludeFromDescription();

    /// <summary>A field's value; null where it is missing or blank.</summary>
    public static string? Value(IFormCollection form, string name) => form[name] is [{ } value, ..] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>A field's number in a path or form; null where it holds none.</summary>
    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>A time of the day such as 07:30 as minutes; null where the field is blank.</summary>
    /// <exception cref="SubscriptionException">It is no time of the day.</exception>
    public static int? Minute(IFormCollection form, string name)
    {
        if (Value(form, name) is not { } typed)
        {
            return null;
        }

        return TimeOnly.TryParseExact(typed, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? (time.Hour * 60) + time.Minute
            : throw new SubscriptionException($"'{typed}' is no time of the day; write one such as 07:30");
    }

    /// <summary>Minutes of the day as 07:30.</summary>
    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
