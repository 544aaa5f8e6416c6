namespace Readout.Tests;

/// <summary>Finds the repository's own files and the corpora beside it, from wherever the tests run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Readout.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpora, which are not part of the project; null where they are missing.</summary>
    public static string? Corpora { get; } = Existing(Path.Combine(Root, "..", "shared", "corpora"));

    /// <summary>The two reports that the project began from; null where they are missing.</summary>
    public static string? Seeds { get; } = Existing(Path.Combine(Root, "..", "shared", "seeds"));

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Readout.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} holds Readout.slnx");
    }

    private static string? Existing(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : null;
}
