using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Readout.Server.Accounts;
using Readout.Server.Watching;
using Readout.Store;

namespace Readout.Server.Http;

/// <summary>
/// Every page depends on the store's revisions, the program, the day and who reads it alone, so that these are its entity tag: a reader who
/// comes back gets 304 without a page being made.
/// </summary>
internal sealed class RevisionTag(RequestDelegate next, IRecordStore store, TimeProvider clock, IntakeProgress progress)
{
    private static readonly string Program = typeof(RevisionTag).Module.ModuleVersionId.ToString("N")[..8];

    public Task InvokeAsync(HttpContext context)
    {
        if (!WriteGuard.Reads(context))
        {
            return next(context);
        }

        string tag = string.Create(
            CultureInfo.InvariantCulture, $"W/\"{Program}-{store.Revision}-{store.Notices.NoticeRevision}-{progress.Version}-{Today(clock):yyyyMMdd}-{Uri.EscapeDataString(Visitor.Of(context).Name)}\"");
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
                context.Response.Headers.CacheControl = "private, no-cache";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>The calendar day here.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
