using Microsoft.AspNetCore.Http;

namespace Readout.Server.Http;

/// <summary>303: what was sent is kept, the page to read next is elsewhere; reloading it sends nothing again.</summary>
/// <param name="path">Path of the page on this server.</param>
internal sealed class SeeOtherResult(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
