using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Models;

/// <summary>
/// Writes a model file: named sections behind a checked header, all little-endian.
/// <code>
/// 0   8  "READOUT\n"            44  4  length of the kind   (then the kind, UTF-8)
/// 8   4  format version             4  number of sections
/// 12 32  SHA-256 of the rest        per section: 4 name length, name, 1 element size, 8 element count, the elements
/// </code>
/// </summary>
internal sealed class ModelFileBuilder(string kind)
{
    /// <summary>Version of the container; the readers of older versions stay.</summary>
    public const int FormatVersion = 1;

    public const int HeaderLength = 44;

    private readonly List<(string Name, int Size, byte[] Data)> _sections = [];

    public static ReadOnlySpan<byte> Magic => "READOUT\n"u8;

    public void Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged =>
        _sections.Add((name, Marshal.SizeOf<T>(), MemoryMarshal.AsBytes(values).ToArray()));

    public void Add<T>(string name, T[] values)
        where T : unmanaged => Add(name, (ReadOnlySpan<T>)values);

    /// <summary>Adds strings, one a line.</summary>
    public void Add(string name, IEnumerable<string> lines) => Add<byte>(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public byte[] ToArray()
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            WriteText(writer, kind);
            writer.Write(_sections.Count);
            foreach ((string name, int size, byte[] data) in _sections)
            {
                WriteText(writer, name);
                writer.Write((byte)size);
                writer.Write((long)(data.Length / size));
                writer.Write(data);
            }
        }

        byte[] rest = body.ToArray();
        var file = new byte[HeaderLength + rest.Length];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), FormatVersion);
        SHA256.HashData(rest, file.AsSpan(12, 32));
        rest.CopyTo(file, HeaderLength);
        return file;
    }

    /// <summary>Writes beside the target and renames, so that a reader never sees half a file.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string temporary = path + ".new";
        File.WriteAllBytes(temporary, ToArray());
        File.Move(temporary, path, overwrite: true);
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
