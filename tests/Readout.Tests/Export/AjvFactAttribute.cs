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

    public AjvFactAttribute() => Skip = NodeScript.Missing("ajv");

    /// <summary>Violations of a schema (draft 2020-12), one a line.</summary>
    public static string[] Violations(string schema, IEnumerable<string> lines) => NodeScript.Run(Script, [schema], string.Join('\n', lines));
}
