using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Store;

namespace Readout.Cli.Running;

/// <summary>Which engine and which data this program reads with.</summary>
internal static class EngineVersion
{
    /// <summary>
    /// The version of the engine's assembly with the start of its module id, which changes with every change of its code, and
    /// the start of a hash over names and contents of all data files.
    /// </summary>
    /// <param name="dataDirectory">Folder of the lexicons and models.</param>
    public static ReadingVersion Of(string dataDirectory)
    {
        System.Reflection.Assembly engine = typeof(Reader).Assembly;
        string version = engine.GetName().Version!.ToString(3);
        return new ReadingVersion(
            string.Create(CultureInfo.InvariantCulture, $"{version}+{engine.ManifestModule.ModuleVersionId.ToString("N")[..8]}"), Hash(dataDirectory));
    }

    private static string Hash(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Directory.Exists(directory))
        {
            var buffer = new byte[1 << 16];
            foreach (string file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(directory, file).Replace('\\', '/')));
                using FileStream stream = File.OpenRead(file);
                for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
                {
                    hash.AppendData(buffer.AsSpan(0, read));
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
