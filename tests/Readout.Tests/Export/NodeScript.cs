using System.Diagnostics;

namespace Readout.Tests.Export;

/// <summary>Runs a script with the packages that npm put beside the tests.</summary>
internal static class NodeScript
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Readout.Tests");

    /// <summary>Why a test that needs a package is skipped; null where the package is there.</summary>
    public static string? Missing(string package) =>
        Directory.Exists(Path.Combine(Folder, "node_modules", package)) ? null : $"{package} is missing (npm install --no-package-lock --prefix tests/Readout.Tests)";

    /// <summary>The lines that a script prints; its arguments follow from <c>process.argv[1]</c>, the last is a file with the given content.</summary>
    public static string[] Run(string script, string[] arguments, string content)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, content);
            var start = new ProcessStartInfo("node", ["-e", script, .. arguments, file]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process node = Process.Start(start)!;
            Task<string> errors = node.StandardError.ReadToEndAsync();
            string output = node.StandardOutput.ReadToEnd();
            Assert.True(node.WaitForExit(TimeSpan.FromSeconds(30)), "node did not end");
            Assert.True(node.ExitCode == 0, errors.Result);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
