using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Readout.Store;

namespace Readout.Server.Http;

/// <summary>
/// Every answer depends on the store's revision, the program and the day alone, so that these are its entity tag: a reader who
/// comes back gets 304 without a page being made.
/// </summary>
internal sealed class RevisionTag(RequestDelegate next, IRecordStore store, TimeProvider clock)
{
    private static readonly string Program = typeof(RevisionTag).Module.ModuleVersionId.ToString("N")[..8];

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && (context.Request.Path.StartsWithSegments("/api/v1/corrections") || context.Request.Path.StartsWithSegments("/corrections")))
        {
            return next(context);
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return Failures.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Only reading is possible here", "Use GET; reports are added with `readout add`.");
        }

        string tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{Program}-{store.Revision}-{Today(clock):yyyyMMdd}\"");
        if (context.Request.Headers.IfNoneMatch.Any(sent => sent?.Contains(tag, StringComparison.Ordinal) == true))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = tag;
            return Task.CompletedTask;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey(HeaderNames.CacheControl))
            {
                context.Response.Headers.ETag = tag;
                context.Response.Headers.CacheControl = "no-cache";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>The calendar day here.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
