using Readout.Sources.Dates;
using Readout.Sources.Pages;

namespace Readout.Sources.Files;

/// <summary>
/// Finds reports under paths and decodes them. <see cref="Enumerate"/> reads on one thread in input order;
/// <see cref="Decode"/> may be called from many. Immutable, thread-safe.
/// </summary>
public sealed class ReportFiles
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = ReportLimits.MaxDirectoryDepth,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private readonly PlainTextFormat _plainText = new();
    private readonly Dictionary<string, IReportFormat> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    // Endings that anything may have: such a file is read where the user names it, and left alone in a directory.
    private readonly Dictionary<string, IReportFormat> _whenNamed;

    /// <summary>Knows every format that Readout reads; what reading pages needs is loaded with the first one.</summary>
    public ReportFiles()
    {
        var extractor = new Lazy<ArticleExtractor>(() => ArticleExtractor.Load(Reader.DefaultDataDirectory));
        var dates = new Lazy<DateScanner>(() => new DateScanner(DateLexicon.Load(Reader.DefaultDataDirectory)));
        var csv = new CsvFormat();
        var ninjs = new NinjsFormat(extractor);
        IReportFormat[] formats =
        [
            _plainText, new JsonLinesFormat(), csv, new HtmlFormat(extractor), new EmailFormat(extractor, dates), new NewsXmlFormat(extractor),
            ninjs, new DocxFormat(), new PdfFormat(), new WarcFormat(extractor),
            new ZipFormat(name => FormatOf(name)),
        ];
        _whenNamed = new Dictionary<string, IReportFormat>(StringComparer.OrdinalIgnoreCase) { [".json"] = ninjs, [".tsv"] = csv };
        foreach (IReportFormat format in formats)
        {
            foreach (string extension in format.Extensions)
            {
                _byExtension.Add(extension, format);
            }
        }
    }

    /// <summary>The file name endings that are read in directories, sorted.</summary>
    public IReadOnlyList<string> Extensions => [.. _byExtension.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// The reports of files and directories, in the order of <paramref name="paths"/>, directories by ordinal path; <c>-</c> is
    /// standard input. What cannot be read is yielded as a failure and the rest goes on.
    /// </summary>
    public IEnumerable<RawReport> Enumerate(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (string path in paths)
        {
            if (path == "-")
            {
                using Stream input = Console.OpenStandardInput();
                yield return WholeFile.Read(input, "-", _plainText);
            }
            else if (Directory.Exists(path))
            {
                foreach (RawReport raw in EnumerateDirectory(path))
                {
                    yield return raw;
                }
            }
            else
            {
                foreach (RawReport raw in EnumerateFile(path))
                {
                    yield return raw;
                }
            }
        }
    }

    /// <summary>Decodes one item; a failure stays one.</summary>
    public static DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return raw.Format is null ? new DecodedReport { Failure = raw.Failure } : raw.Format.Decode(raw, defaults);
    }

    /// <summary>Whether a file of this name is read when it lies in a directory.</summary>
    public bool Reads(string path) => FormatOf(path) is not null;

    // The longest ending decides: .warc.gz is known, .gz alone is not.
    private IReportFormat? FormatOf(string path)
    {
        string name = Path.GetFileName(path);
        string last = Path.GetExtension(name);
        string both = Path.GetExtension(Path.GetFileNameWithoutExtension(name)) + last;
        return _byExtension.GetValueOrDefault(both) ?? _byExtension.GetValueOrDefault(last);
    }

    private IEnumerable<RawReport> EnumerateDirectory(string directory)
    {
        bool any = false;
        foreach (string file in Directory.EnumerateFiles(directory, "*", Recursive).Where(Reads).Order(StringComparer.Ordinal))
        {
            any = true;
            foreach (RawReport raw in EnumerateFile(file))
            {
                yield return raw;
            }
        }

        if (!any)
        {
            yield return Failure(ReadFailureKind.NoReports, directory, $"the directory holds no report; files ending in {string.Join(", ", Extensions)} are read");
        }
    }

    // A file named on the command line is read as text whatever its ending.
    private IEnumerable<RawReport> EnumerateFile(string file)
    {
        RawReport? failure = Open(file, out FileStream? stream);
        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        using (stream)
        {
            IReportFormat format = FormatOf(file) ?? _whenNamed.GetValueOrDefault(Path.GetExtension(file), _plainText);
            using IEnumerator<RawReport> items = format.Split(stream!, file).GetEnumerator();
            bool any = false;
            while (Next(items, file, out RawReport? raw))
            {
                any = true;
                yield return raw!;
                if (raw!.Failure?.Kind == ReadFailureKind.Unreadable)
                {
                    yield break;
                }
            }

            if (!any)
            {
                yield return Failure(ReadFailureKind.Empty, file, "the file is empty");
            }
        }
    }

    private static RawReport? Open(string file, out FileStream? stream)
    {
        stream = null;
        try
        {
            stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
            return null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failure(ReadFailureKind.Missing, file, "no such file; check the path");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Failure(ReadFailureKind.Unreadable, file, $"cannot be opened: {refused.Message}");
        }
    }

    private static bool Next(IEnumerator<RawReport> items, string file, out RawReport? raw)
    {
        try
        {
            raw = items.MoveNext() ? items.Current : null;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            raw = Failure(ReadFailureKind.Unreadable, file, $"reading stopped: {broken.Message}");
        }

        return raw is not null;
    }

    private static RawReport Failure(ReadFailureKind kind, string name, string message) =>
        new() { Name = name, Failure = new ReadFailure(kind, name, message) };
}
