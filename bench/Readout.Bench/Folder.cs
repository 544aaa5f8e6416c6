namespace Readout.Bench;

/// <summary>Finds the repository from wherever the benchmark runs.</summary>
internal static class Folder
{
    /// <summary>The folder that holds Readout.slnx.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Readout.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} holds Readout.slnx");
    }
}
