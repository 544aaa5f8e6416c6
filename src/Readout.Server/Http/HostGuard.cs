using Microsoft.AspNetCore.Http;

namespace Readout.Server.Http;

/// <summary>
/// On loopback, only requests for this machine's own names are answered: a page elsewhere that points its name at 127.0.0.1
/// (DNS rebinding) reads nothing.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, ServerOptions options)
{
    private readonly bool _onlyLoopback = options.IsOnlyLocal;
    private readonly Uri? _public = options.PublicUrl;

    public Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host;
        if (_public is not null && host.Equals(_public.Host, StringComparison.OrdinalIgnoreCase))
        {
            // The proxy ends TLS; links and cookies are those of the address that readers see.
            context.Request.Scheme = _public.Scheme;
        }
        else if (_onlyLoopback && !(host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || ListenAddress.IsLoopback("http://" + host + "/")))
        {
            return Failures.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "This server answers for this machine only", "Open it as http://127.0.0.1 or http://localhost.");
        }

        return next(context);
    }
}
