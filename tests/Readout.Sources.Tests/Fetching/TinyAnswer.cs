using System.Globalization;
using System.Text;

namespace Readout.Sources.Tests.Fetching;

/// <summary>Bytes to send, and whether the connection then stays open without a word.</summary>
internal sealed record TinyAnswer(byte[] Bytes, bool Hangs = false)
{
    public static TinyAnswer Html(string body, params string[] headers) => Of(200, Encoding.UTF8.GetBytes(body), ["Content-Type: text/html; charset=utf-8", .. headers]);

    public static TinyAnswer Xml(string body, params string[] headers) => Of(200, Encoding.UTF8.GetBytes(body), ["Content-Type: application/xml", .. headers]);

    public static TinyAnswer Status(int status, params string[] headers) => Of(status, [], headers);

    public static TinyAnswer Of(int status, byte[] body, params string[] headers)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
        return new TinyAnswer([.. Encoding.Latin1.GetBytes(head), .. body]);
    }
}
