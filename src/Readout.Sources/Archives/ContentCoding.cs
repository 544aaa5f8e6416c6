using System.IO.Compression;
using Readout.Sources.Files;

namespace Readout.Sources.Archives;

/// <summary>Undoes the content codings of HTTP (RFC 9110, section 8.4.1) within a bound.</summary>
internal static class ContentCoding
{
    /// <summary>The decoded body; null where it is broken, of an unknown coding, or more than the limit.</summary>
    public static byte[]? Decode(string coding, byte[] body, int limit)
    {
        string name = coding.ToLowerInvariant();
        bool isGzipped = body is [0x1F, 0x8B, ..];
        if (name is "identity" or "" || (name is "gzip" or "x-gzip" && !isGzipped))
        {
            return body;
        }

        try
        {
            using var packed = new MemoryStream(body);
            using Stream? plain = name switch
            {
                "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                "deflate" when body is [0x78, ..] => new ZLibStream(packed, CompressionMode.Decompress),
                "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            return plain is null ? null : BoundedZip.ReadBounded(plain, limit);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
