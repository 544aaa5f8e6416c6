using System.Diagnostics;

namespace Readout.Tests.Export;

/// <summary>A test that checks lines with ajv, a JSON Schema validator by others; skipped, saying so, where npm has not put it there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AjvFactAttribute : FactAttribute
{
    // Prints a line for each violation: the number of the checked line, the place in it, what is wrong.
    private const string Script =
        """
        const Ajv = require('ajv/dist/2020'), fs = require('fs');
        const check = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(JSON.parse(fs.readFileSync(process.argv[1], 'utf8')));
        fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(line => line).forEach((line, at) => {
            if (!check(JSON.parse(line))) { check.errors.forEach(error => console.log(at + ' ' + error.instancePath + ' ' + error.message)); }
        });
        """;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Readout.Tests");

    public AjvFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")))
        {
            Skip = "ajv is missing (npm install --no-package-lock --prefix tests/Readout.Tests)";
        }
    }

    /// <summary>Violations of a schema (draft 2020-12), one a line.</summary>
    public static string[] Violations(string schema, IEnumerable<string> lines)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, lines);
            var start = new ProcessStartInfo("node", ["-e", Script, schema, file]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
