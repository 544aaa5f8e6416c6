using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Readout.Sources.Files;

/// <summary>A PDF document, read by poppler's <c>pdftotext</c> where that is installed; a process that takes too long is ended.</summary>
/// <param name="program">Name or path of pdftotext.</param>
public sealed class PdfFormat(string program = "pdftotext") : IReportFormat
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        if (raw.Bytes.Span[..Math.Min(raw.Bytes.Length, 1024)].IndexOf("%PDF-"u8) < 0)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, "no PDF: the mark %PDF- is missing");
        }

        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, raw.Bytes.Span);
            return Convert(file, out string text) is { } failure
                ? PlainTextFormat.Failed(raw, ReadFailureKind.Unreadable, failure)
                : new StructuredReport { Body = Paragraphs(text) }.ToReport(raw, defaults, "the PDF holds no text; a scan needs text recognition first");
        }
        catch (IOException failure)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Unreadable, $"cannot be converted: {failure.Message}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string? Convert(string file, out string text)
    {
        text = "";
        var start = new ProcessStartInfo(program, ["-enc", "UTF-8", "-q", file, "-"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        try
        {
            using Process process = Process.Start(start)!;
            var output = Task.Run(() => BoundedZip.ReadBounded(process.StandardOutput.BaseStream, ReportLimits.MaxReportBytes));
            if (!output.Wait(MostTime) || output.Result is null)
            {
                process.Kill(entireProcessTree: true);
                return output.IsCompleted ? "its text is larger than a report may be" : $"pdftotext took more than {MostTime.TotalSeconds} seconds";
            }

            process.WaitForExit();
            text = Encoding.UTF8.GetString(output.Result);
            return process.ExitCode == 0 ? null : $"pdftotext cannot read it (exit code {process.ExitCode})";
        }
        catch (Win32Exception)
        {
            return $"PDF is read by '{program}', which is not installed; install poppler-utils";
        }
    }

    // pdftotext breaks lines as they stand on the page and closes pages with a form feed; blank lines part paragraphs.
    private static string Paragraphs(string text)
    {
        IEnumerable<string> paragraphs = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\f", "\n\n", StringComparison.Ordinal)
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join("\n\n", paragraphs.Where(p => p.Length > 0));
    }
}
