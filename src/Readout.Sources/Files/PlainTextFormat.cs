using System.Security.Cryptography;
using Readout.Text;

namespace Readout.Sources.Files;

/// <summary>
/// One report in a text file. The text is the decoded file, unchanged, unless the file opens with a header block
/// (<see cref="ReportHeaderBlock"/>).
/// </summary>
public sealed class PlainTextFormat : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        string? text = TextDecoder.Decode(raw.Bytes.Span, out string? note);
        if (text is null)
        {
            return Failed(raw, ReadFailureKind.Binary, "its bytes are no text; Readout reads text, HTML and the formats that 'readout extract --help' lists");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Failed(raw, ReadFailureKind.Empty, "the file is empty");
        }

        var report = new Report { Id = IdOf(raw.Bytes.Span), File = raw.Name, Text = text };
        report = ReportHeaderBlock.TryTake(report, out Report described) ? described : report;
        return new DecodedReport
        {
            Report = report with { Published = defaults.Published ?? report.Published, Outlet = defaults.Outlet ?? report.Outlet },
            Bytes = raw.Bytes,
            Notes = note is null ? [] : [note],
        };
    }

    /// <summary>The report id of raw bytes: <c>sha256:</c> and 64 hex digits.</summary>
    public static string IdOf(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static DecodedReport Failed(RawReport raw, ReadFailureKind kind, string message) =>
        new() { Bytes = raw.Bytes, Failure = new ReadFailure(kind, raw.Name, message) };
}
