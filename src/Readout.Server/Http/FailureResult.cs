using Microsoft.AspNetCore.Http;

namespace Readout.Server.Http;

/// <summary>"Nothing is kept at this address", as a page or as problem details.</summary>
internal sealed class FailureResult : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Failures.NotFound(httpContext);
}
