using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Sources.Evaluation;

/// <summary>
/// Reads the evaluation sets of trafilatura (<c>evaldata.json</c> and <c>pages/</c>) and Readability (a folder a page with <c>source.html</c>,
/// <c>expected.html</c>, <c>expected-metadata.json</c>), as .tar.gz archives or unpacked.
/// </summary>
public static class PageGoldReader
{
    /// <summary>All pages of the sets under a folder, by set name.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is missing.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<PageGold>> Read(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".tar.gz", StringComparison.Ordinal))
            {
                Unpack(path, files);
            }
            else if (IsWanted(path))
            {
                files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = File.ReadAllBytes(path);
            }
        }

        var sets = new SortedDictionary<string, IReadOnlyList<PageGold>>(StringComparer.Ordinal);
        if (files.Keys.FirstOrDefault(k => k.EndsWith("evaldata.json", StringComparison.Ordinal)) is { } index)
        {
            sets["trafilatura"] = Segments(files, index);
        }

        var texts = WholeTexts(files);
        if (texts.Count > 0)
        {
            sets["readability"] = texts;
        }

        return sets;
    }

    private static bool IsWanted(string path) => path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal);

    private static void Unpack(string path, SortedDictionary<string, byte[]> files)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && IsWanted(entry.Name))
            {
                using var copy = new MemoryStream();
                data.CopyTo(copy);
                files[entry.Name.TrimStart('.', '/')] = copy.ToArray();
            }
        }
    }

    private static List<PageGold> Segments(SortedDictionary<string, byte[]> files, string index)
    {
        var pages = new List<PageGold>();
        string folder = index[..^"evaldata.json".Length] + "pages/";
        using var document = JsonDocument.Parse(files[index]);
        foreach (JsonProperty page in document.RootElement.EnumerateObject())
        {
            string file = page.Value.GetProperty("file").GetString()!;
            if (!files.TryGetValue(folder + file, out byte[]? content))
            {
                continue;
            }

            pages.Add(new PageGold
            {
                Name = file,
                Content = content,
                Address = Uri.TryCreate(page.Name.Trim(), UriKind.Absolute, out Uri? address) ? address : null,
                With = Strings(page.Value, "with"),
                Without = Strings(page.Value, "without"),
                Published = Text(page.Value, "date"),
                Title = Text(page.Value, "title"),
                Author = Text(page.Value, "author"),
            });
        }

        return pages;
    }

    private static List<PageGold> WholeTexts(SortedDictionary<string, byte[]> files)
    {
        var pages = new List<PageGold>();
        foreach ((string path, byte[] content) in files.Where(f => f.Key.EndsWith("/source.html", StringComparison.Ordinal)))
        {
            string folder = path[..^"source.html".Length];
            if (!files.TryGetValue(folder + "expected.html", out byte[]? expected) || !files.TryGetValue(folder + "expected-metadata.json", out byte[]? metadata))
            {
                continue;
            }

            using var document = JsonDocument.Parse(metadata);
            pages.Add(new PageGold
            {
                Name = Path.GetFileName(folder.TrimEnd('/')),
                Content = content,
                ExpectedMarkup = Encoding.UTF8.GetString(expected),
                Published = Text(document.RootElement, "publishedTime") is { Length: >= 10 } time ? time[..10] : null,
                Title = Text(document.RootElement, "title"),
                Author = Text(document.RootElement, "byline"),
            });
        }

        return pages;
    }

    private static string[] Strings(JsonElement page, string name) =>
        page.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(s => s.GetString() ?? "").Where(s => s.Length > 0)] : [];

    private static string? Text(JsonElement page, string name) =>
        page.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
