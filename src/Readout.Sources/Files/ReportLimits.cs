namespace Readout.Sources.Files;

/// <summary>Bounds on what is read, so that no file can exhaust the machine.</summary>
public static class ReportLimits
{
    /// <summary>Largest item in bytes: 8 MiB, hundreds of times the longest news report.</summary>
    public const int MaxReportBytes = 8 << 20;

    /// <summary>Depth of directories followed.</summary>
    public const int MaxDirectoryDepth = 32;

    /// <summary>The failure for an item over <see cref="MaxReportBytes"/>.</summary>
    public static ReadFailure TooLarge(string name, long bytes) => new(
        ReadFailureKind.TooLarge,
        name,
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{bytes / 1048576.0:0.0} MiB is more than a report may have ({MaxReportBytes >> 20} MiB); split it into its reports"));
}
