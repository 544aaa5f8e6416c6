using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Readout.Server.Http;

/// <summary>What writes has an endpoint that says so; every other request but GET and HEAD is refused with the way out.</summary>
internal sealed class WriteGuard(RequestDelegate next)
{
    /// <summary>Whether a request only reads.</summary>
    public static bool Reads(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    public Task InvokeAsync(HttpContext context)
    {
        bool writes = context.GetEndpoint()?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase) == true;
        if (writes || Reads(context))
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return Failures.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Only reading is possible here", "Use GET; reports are added with `readout add`.");
    }
}
