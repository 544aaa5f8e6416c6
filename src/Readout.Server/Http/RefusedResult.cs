using Microsoft.AspNetCore.Http;

namespace Readout.Server.Http;

/// <summary>400 with a sentence that says what is wrong and what would be right.</summary>
/// <param name="title">Heading.</param>
/// <param name="detail">The sentence, with or without its capital and full stop.</param>
internal sealed class RefusedResult(string title, string detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Failures.WriteAsync(httpContext, StatusCodes.Status400BadRequest, title, Failures.Sentence(detail));
}
