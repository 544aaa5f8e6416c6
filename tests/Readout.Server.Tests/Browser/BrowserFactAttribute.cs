namespace Readout.Server.Tests.Browser;

/// <summary>A test that drives Debian's chromium; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium))
        {
            Skip = $"no browser: {Chromium} is missing (apt-get install chromium)";
        }
    }
}
