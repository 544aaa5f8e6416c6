using System.Globalization;
using Microsoft.AspNetCore.Http;
using Readout.Server.Http;
using Readout.Store;

namespace Readout.Server.Accounts;

/// <summary>Notes who changed what: every request that is not only a reading and was not refused. What a form held is not noted.</summary>
internal sealed class AuditTrail(RequestDelegate next, ServerOptions options, IRecordStore store)
{
    private const int MostSubject = 300;

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (options.NeedsAccounts && !WriteGuard.Reads(context) && context.Response.StatusCode < StatusCodes.Status400BadRequest && !context.Request.Path.StartsWithSegments("/login"))
        {
            Note(context, store, context.Request.Method, context.Request.Path.Value ?? "");
        }
    }

    /// <summary>Adds to the trail what the asker of a request did.</summary>
    public static void Note(HttpContext context, IRecordStore store, string action, string subject) => store.Accounts.Note(
        Visitor.Of(context).Name, action, subject.Length <= MostSubject ? subject : subject[..MostSubject], context.Connection.RemoteIpAddress?.ToString().ToLower(CultureInfo.InvariantCulture));
}
