using System.Collections.Frozen;
using System.Text;

namespace Readout.Store;

/// <summary>
/// Latin letters without their marks (Data/latin-folding.tsv). The runtime's own normalization needs ICU, which invariant
/// globalization leaves out. Thread-safe.
/// </summary>
internal static class LatinFolding
{
    private static readonly FrozenDictionary<Rune, string> Plain = Load();

    /// <summary>The plain letters of a lower-case letter with marks; null for every other character.</summary>
    public static string? Find(Rune letter) => Plain.GetValueOrDefault(letter);

    private static FrozenDictionary<Rune, string> Load()
    {
        using var reader = new StreamReader(typeof(LatinFolding).Assembly.GetManifestResourceStream("Readout.Store.Data.latin-folding.tsv")!);
        var plain = new Dictionary<Rune, string>();
        while (reader.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (line.StartsWith('#') || tab < 0)
            {
                continue;
            }

            foreach (Rune letter in line.AsSpan(tab + 1).EnumerateRunes())
            {
                plain.Add(letter, line[..tab]);
            }
        }

        return plain.ToFrozenDictionary();
    }
}
