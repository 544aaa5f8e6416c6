using System.Diagnostics;

namespace Readout.Cli.Tests;

/// <summary>Runs the built program as its user would.</summary>
internal static class Cli
{
    public static CliResult Run(string? input, params string[] arguments) => Run(input, new Dictionary<string, string?>(), arguments);

    public static CliResult Run(string? input, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Readout.Cli.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"readout {string.Join(' ', arguments)} did not end in two minutes");
        }

        return new CliResult(process.ExitCode, output.Result, error.Result);
    }
}

internal sealed record CliResult(int ExitCode, string Output, string Error);
