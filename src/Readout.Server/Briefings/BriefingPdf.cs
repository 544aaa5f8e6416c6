using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Readout.Server.Assets;
using Readout.Server.Http;

namespace Readout.Server.Briefings;

/// <summary>A briefing as PDF: the same page with the same style, which has rules of its own for paper.</summary>
internal sealed class BriefingPdf(PdfPrinter printer, IServiceProvider services, ILoggerFactory logs, Origin origin)
{
    /// <summary>The PDF; where there is no browser, or it fails, a page that says what to do instead.</summary>
    public async Task<IResult> WriteAsync(Briefing briefing, CancellationToken cancellation)
    {
        byte[]? pdf = printer.IsAvailable ? await printer.PrintAsync(await HtmlAsync(briefing), cancellation) : null;
        return pdf is null
            ? new UnavailableResult("No PDF could be made", "it takes Chromium on the machine that runs Readout; the briefing's own page prints as well from your browser")
            : TypedResults.File(pdf, "application/pdf", "briefing.pdf");
    }

    /// <summary>The page as one file that needs no other and runs no script.</summary>
    internal async Task<string> HtmlAsync(Briefing briefing)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<BriefingPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = briefing }))).ToHtmlString());

        // The style goes with the file; links lead back to the server.
        int url = html.IndexOf(AssetEndpoints.StyleUrl, StringComparison.Ordinal);
        int start = html.LastIndexOf('<', url);
        int end = html.IndexOf('>', url) + 1;
        return string.Concat(html.AsSpan(0, start), $"<style>{AssetEndpoints.StyleText}</style>", html.AsSpan(end))
            .Replace(
                "<head>",
                "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">" + $"<base href=\"{System.Net.WebUtility.HtmlEncode(origin.Url)}/\">",
                StringComparison.Ordinal);
    }
}
