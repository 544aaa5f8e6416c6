using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Readout.Store;

/// <summary>
/// The names that the record's JSON gives to the members of an enum, for columns, filters and pages: one spelling everywhere.
/// Thread-safe.
/// </summary>
public static class RecordNames
{
    /// <summary>The name of a member, such as <c>in-person</c>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Names[value];

    /// <summary>The member of a name; null where there is none.</summary>
    public static TEnum? Find<TEnum>(string? name)
        where TEnum : struct, Enum =>
        name is not null && Table<TEnum>.Values.TryGetValue(name, out TEnum value) ? value : null;

    /// <summary>Every name in the order of declaration.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => Table<TEnum>.Ordered;

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, Name);

        public static readonly FrozenDictionary<string, TEnum> Values =
            Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

        public static readonly string[] Ordered = [.. Enum.GetValues<TEnum>().Select(value => Names[value])];

        private static string Name(TEnum value) =>
            typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();
    }
}
