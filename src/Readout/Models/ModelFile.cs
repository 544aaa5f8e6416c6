using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Models;

/// <summary>A model file read and checked; see <see cref="ModelFileBuilder"/> for the layout. Immutable, thread-safe.</summary>
internal sealed class ModelFile
{
    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Size, int Offset, int Count)> _sections = new(StringComparer.Ordinal);

    private ModelFile(string path, byte[] bytes) => (_path, _bytes) = (path, bytes);

    /// <summary>Reads a file of the given kind.</summary>
    /// <exception cref="InvalidDataException">The file is no model, of another version or kind, or damaged; the message says which.</exception>
    public static ModelFile Read(string path, string kind) => Parse(path, File.ReadAllBytes(path), kind);

    /// <summary>Reads a model from memory; <paramref name="path"/> is for messages.</summary>
    public static ModelFile Parse(string path, byte[] bytes, string kind)
    {
        var file = new ModelFile(path, bytes);
        file.CheckHeader();
        file.ReadSections(kind);
        return file;
    }

    public sbyte[] SBytes(string name) => Elements<sbyte>(name).ToArray();

    public byte[] Bytes(string name) => Elements<byte>(name).ToArray();

    public float[] Singles(string name) => Elements<float>(name).ToArray();

    public int[] Int32s(string name) => Elements<int>(name).ToArray();

    public ulong[] UInt64s(string name) => Elements<ulong>(name).ToArray();

    /// <summary>The strings of a section written by line; none if it is empty.</summary>
    public string[] Lines(string name)
    {
        string text = Encoding.UTF8.GetString(Elements<byte>(name));
        return text.Length == 0 ? [] : text.Split('\n');
    }

    public bool Has(string name) => _sections.ContainsKey(name);

    /// <summary>The elements of a section, a view of the file.</summary>
    public ReadOnlySpan<T> Elements<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(name, out (int Size, int Offset, int Count) section))
        {
            throw new InvalidDataException($"{_path}: section '{name}' is missing. Train the model again with this version.");
        }

        if (section.Size != Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException($"{_path}: section '{name}' has elements of {section.Size} bytes, expected {Unsafe.SizeOf<T>()}.");
        }

        return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan(section.Offset, section.Count * section.Size));
    }

    /// <summary>A hash of the sections whose names begin with <paramref name="prefix"/>, as 16 hexadecimal digits: what another model was trained on.</summary>
    public string Fingerprint(string prefix)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, (int size, int offset, int count)) in _sections)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(name));
                hash.AppendData(_bytes, offset, count * size);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private void CheckHeader()
    {
        if (_bytes.Length < ModelFileBuilder.HeaderLength || !_bytes.AsSpan(0, 8).SequenceEqual(ModelFileBuilder.Magic))
        {
            throw new InvalidDataException($"{_path}: not a Readout model (offset 0: the file mark is missing).");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(8));
        if (version != ModelFileBuilder.FormatVersion)
        {
            throw new InvalidDataException($"{_path}: format version {version} at offset 8, expected {ModelFileBuilder.FormatVersion}.");
        }

        if (!SHA256.HashData(_bytes.AsSpan(ModelFileBuilder.HeaderLength)).AsSpan().SequenceEqual(_bytes.AsSpan(12, 32)))
        {
            throw new InvalidDataException($"{_path}: damaged (the checksum at offset 12 does not match the contents). Fetch or train it again.");
        }
    }

    private void ReadSections(string kind)
    {
        int offset = ModelFileBuilder.HeaderLength;
        string found = ReadText(ref offset);
        if (found != kind)
        {
            throw new InvalidDataException($"{_path}: a model of kind '{found}', expected '{kind}'.");
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(Take(ref offset, 4));
        for (int i = 0; i < count; i++)
        {
            string name = ReadText(ref offset);
            int size = Take(ref offset, 1)[0];
            long elements = BinaryPrimitives.ReadInt64LittleEndian(Take(ref offset, 8));
            int start = offset;
            Take(ref offset, elements * size);
            _sections.Add(name, (size, start, (int)elements));
        }
    }

    private string ReadText(ref int offset)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(Take(ref offset, 4));
        return Encoding.UTF8.GetString(Take(ref offset, length));
    }

    private ReadOnlySpan<byte> Take(ref int offset, long length)
    {
        if (length < 0 || offset + length > _bytes.Length)
        {
            throw new InvalidDataException($"{_path}: {length} bytes expected at offset {offset}, the file has {_bytes.Length}.");
        }

        ReadOnlySpan<byte> bytes = _bytes.AsSpan(offset, (int)length);
        offset += (int)length;
        return bytes;
    }
}
