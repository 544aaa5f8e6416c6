using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Readout.Server.Layout;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Http;

/// <summary>What cannot be answered: problem details (RFC 9457) under /api, a page that says what to do elsewhere.</summary>
internal sealed class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (QueryException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, "The request cannot be understood", Sentence(refused.Message), refused.Field);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refused.StatusCode, "The request cannot be understood", Sentence(refused.Message));
        }
        catch (StoreException failed) when (!context.Response.HasStarted)
        {
            log.LogError(failed, "the store failed for {Path}", context.Request.Path);
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The store cannot be read", Sentence(failed.Message));
        }
        catch (Exception failed) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(failed, "no answer for {Path}", context.Request.Path);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, "Readout failed", "This is a defect of Readout; its log says more.");
        }
    }

    /// <summary>For addresses that lead nowhere.</summary>
    public static Task NotFound(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "Nothing is kept at this address", "It may have been mistyped, or the report was read again and its facts have other numbers now.");

    /// <summary>Answers with a status and a sentence.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title, string detail, string? field = null)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return new RazorComponentResult<FailurePage>(new { Title = title, Detail = detail }) { StatusCode = status }.ExecuteAsync(context);
        }

        Dictionary<string, object?> extensions = string.IsNullOrEmpty(field) ? [] : new() { ["field"] = field };
        return TypedResults.Problem(detail, instance: null, status, title, type: null, extensions).ExecuteAsync(context);
    }

    internal static string Sentence(string message) =>
        message.Length == 0 ? message : char.ToUpperInvariant(message[0]) + message[1..] + (message[^1] is '.' or '!' or '?' ? "" : ".");
}
