using System.Text;
using Readout.Sources.Fetching;

namespace Readout.Sources.Tests.Fetching;

/// <summary>Answers without a network.</summary>
internal sealed class ScriptedFetcher(Func<FetchRequest, FetchResult> answer) : IFetcher
{
    public static FetchResult Ok(Uri address, string body, params KeyValuePair<string, string>[] headers) => new()
    {
        Outcome = FetchOutcome.Fetched,
        Address = address,
        FinalAddress = address,
        Captured = default,
        Status = 200,
        Headers = headers,
        Body = Encoding.UTF8.GetBytes(body),
    };

    public static FetchResult Failed(Uri address, FetchOutcome outcome) => new() { Outcome = outcome, Address = address, FinalAddress = address, Captured = default, Message = "scripted" };

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(answer(request));
    }
}
