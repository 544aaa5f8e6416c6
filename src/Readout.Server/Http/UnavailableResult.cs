using Microsoft.AspNetCore.Http;

namespace Readout.Server.Http;

/// <summary>503 with a sentence that says what is missing and what to do instead.</summary>
/// <param name="title">Heading.</param>
/// <param name="detail">The sentence, with or without its capital and full stop.</param>
internal sealed class UnavailableResult(string title, string detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Failures.WriteAsync(httpContext, StatusCodes.Status503ServiceUnavailable, title, Failures.Sentence(detail));
}
