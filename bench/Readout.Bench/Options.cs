using System.Globalization;

namespace Readout.Bench;

/// <summary>Reads <c>--name value</c> from the arguments.</summary>
internal static class Options
{
    /// <summary>The number after <paramref name="name"/>; <paramref name="otherwise"/> where it does not stand.</summary>
    public static int Number(string[] options, string name, int otherwise)
    {
        int at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    /// <summary>The text after <paramref name="name"/>; null where it does not stand.</summary>
    public static string? Text(string[] options, string name)
    {
        int at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
