namespace Readout.Sources.Tests;

/// <summary>Where the repository's data folder lies, seen from the test's output folder.</summary>
internal static class TestData
{
    public static string Directory { get; } = Find("data");

    public static string Samples { get; } = Find("samples");

    private static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Readout.slnx")))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        throw new DirectoryNotFoundException($"no folder '{name}' beside Readout.slnx above {AppContext.BaseDirectory}");
    }
}
