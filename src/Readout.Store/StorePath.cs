namespace Readout.Store;

/// <summary>Where the store lies unless the user says otherwise.</summary>
public static class StorePath
{
    /// <summary>
    /// <c>$XDG_DATA_HOME/readout/readout.db</c>, where that variable holds an absolute path, else <c>~/.local/share/readout/readout.db</c>
    /// (XDG Base Directory Specification 0.8; on Windows the local application data folder).
    /// </summary>
    /// <param name="variable">Reads an environment variable; null where it is not set.</param>
    /// <exception cref="StoreException">Neither the variable nor a home folder is known.</exception>
    public static string Default(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string? data = variable("XDG_DATA_HOME");

        // The specification: "all paths must be absolute; a relative path is to be ignored".
        if (string.IsNullOrEmpty(data) || !Path.IsPathFullyQualified(data))
        {
            data = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".local", "share") : null;
        }

        return string.IsNullOrEmpty(data)
            ? throw new StoreException("no home folder is known to keep the store in; name a file with --store FILE or set XDG_DATA_HOME")
            : Path.Combine(data, "readout", "readout.db");
    }
}
