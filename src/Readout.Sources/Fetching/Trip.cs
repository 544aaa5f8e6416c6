namespace Readout.Sources.Fetching;

/// <summary>A request on its way through redirects.</summary>
internal sealed class Trip(FetchRequest request, DateTimeOffset started)
{
    private readonly List<Redirect> _redirects = [];
    private readonly HashSet<Uri> _visited = [request.Address];

    /// <summary>What was asked for.</summary>
    public FetchRequest Request { get; } = request;

    /// <summary>The address to ask next.</summary>
    public Uri Current { get; private set; } = request.Address;

    /// <summary>Goes on to a new address; the failure where it may not.</summary>
    public FetchResult? Follow(Uri location, int status, int maximum)
    {
        if (!Uri.TryCreate(Current, location, out Uri? next))
        {
            return Failed(FetchOutcome.BadResponse, $"redirects to '{location}', which is no address");
        }

        // The fragment is the reader's own; it never goes over the wire.
        next = next.Fragment.Length > 0 ? new UriBuilder(next) { Fragment = "" }.Uri : next;
        _redirects.Add(new Redirect(Current, next, status));
        Current = next;
        if (!_visited.Add(next))
        {
            return Failed(FetchOutcome.RedirectLoop, $"redirects in a circle, back to {next}");
        }

        return _redirects.Count > maximum ? Failed(FetchOutcome.TooManyRedirects, $"more than {maximum} redirects") : null;
    }

    /// <summary>A failure at this point of the way.</summary>
    public FetchResult Failed(FetchOutcome outcome, string message) => new()
    {
        Outcome = outcome,
        Address = Request.Address,
        FinalAddress = Current,
        Captured = started,
        Redirects = [.. _redirects],
        Message = message,
    };

    /// <summary>What the response says, without its body.</summary>
    public FetchResult Answered(HttpResponseMessage response) => new()
    {
        Outcome = FetchOutcome.BadResponse,
        Address = Request.Address,
        FinalAddress = Current,
        Captured = started,
        Redirects = [.. _redirects],
        Status = (int)response.StatusCode,
        Headers = [.. response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v)))],
    };
}
