namespace Readout.Server.Tests.Browser;

/// <summary>A browser test that also needs axe-core; skipped, saying so, where npm has not put it there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeFactAttribute : FactAttribute
{
    public AxeFactAttribute()
    {
        if (!File.Exists(BrowserFactAttribute.Chromium))
        {
            Skip = $"no browser: {BrowserFactAttribute.Chromium} is missing (apt-get install chromium)";
        }
        else if (Script is null)
        {
            Skip = "axe-core is missing (npm install --prefix tests/Readout.Server.Tests)";
        }
    }

    /// <summary>Path of axe's script; null where it is missing.</summary>
    public static string? Script { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string script = Path.Combine(at.FullName, "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
