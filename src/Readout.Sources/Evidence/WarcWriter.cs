using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Sources.Evidence;

/// <summary>
/// Writes captures as WARC 1.1 (ISO 28500:2017), a gzip member a record where packed. Content codings were undone at capture: their headers are
/// kept under X-Archive-Orig-, as archives do. Record ids derive from the content, so that the same captures give the same file.
/// </summary>
public sealed class WarcWriter(Stream output, bool packed)
{
    private static readonly string[] UndoneHeaders = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <summary>Writes the record that tells what made the file; it comes first.</summary>
    /// <param name="software">Name and version.</param>
    /// <param name="moment">Written as the file's date.</param>
    public void WriteInfo(string software, DateTimeOffset moment)
    {
        byte[] block = Encoding.UTF8.GetBytes($"software: {software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        Write("warcinfo", null, moment, "application/warc-fields", block);
    }

    /// <summary>Writes a capture as a response record.</summary>
    public void Write(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {capture.Status} {(capture.Status == 200 ? "OK" : "")}\r\n");
        foreach ((string name, string value) in capture.Headers)
        {
            string prefix = UndoneHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) ? "X-Archive-Orig-" : "";
            head.Append(prefix).Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append("\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {capture.Body.Length}\r\n\r\n");
        Write("response", capture.FinalAddress, capture.Captured, "application/http; msgtype=response", [.. Encoding.UTF8.GetBytes(head.ToString()), .. capture.Body.Span]);
    }

    private void Write(string type, Uri? address, DateTimeOffset moment, string contentType, byte[] block)
    {
        string date = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        byte[] digest = SHA256.HashData(block);
        byte[] name = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{type} {address} {date} "), .. digest]);
        var head = new StringBuilder();
        head.Append("WARC/1.1\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{new Guid(name.AsSpan(0, 16)):D}>\r\nWARC-Date: {date}\r\n");
        if (address is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"WARC-Target-URI: {address.AbsoluteUri}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"WARC-Block-Digest: sha256:{Convert.ToHexStringLower(digest)}\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n");
        byte[] record = [.. Encoding.UTF8.GetBytes(head.ToString()), .. block, .. "\r\n\r\n"u8];
        if (!packed)
        {
            output.Write(record);
            return;
        }

        using var member = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(record);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
