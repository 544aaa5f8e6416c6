using System.Text.Json;
using Readout.Entities;
using Readout.Places;

namespace Readout.Actors;

/// <summary>
/// The offices of states in the JSON dump of Wikidata: items with a jurisdiction (P1001) that is a state and an English label such as "President of X" or
/// "Minister of Foreign Affairs (X)". Read in a pass of its own, since a dump is in no order.
/// </summary>
public sealed class WikidataOffices
{
    // All states have some ten thousand.
    private const int MostOffices = 100_000;

    private readonly Dictionary<string, (string Owner, string Office)> _offices = new(StringComparer.Ordinal);

    private WikidataOffices()
    {
    }

    /// <summary>Number of offices.</summary>
    public int Count => _offices.Count;

    /// <summary>Reads a dump, an item a line; lines that are no items or broken are passed over.</summary>
    /// <param name="lines">Lines of the dump.</param>
    /// <param name="codes">Codes of states.</param>
    /// <param name="roles">Nouns that are offices.</param>
    public static WikidataOffices Read(IEnumerable<string> lines, StateCodes codes, RoleLexicon roles)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(roles);
        var offices = new WikidataOffices();
        foreach (string line in lines)
        {
            if (offices.Count >= MostOffices)
            {
                break;
            }

            if (!line.Contains("\"P1001\"", StringComparison.Ordinal) || WikidataItem.Parse(line.Trim().TrimEnd(',')) is not { } json)
            {
                continue;
            }

            using (json)
            {
                JsonElement item = json.RootElement;
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) && id.GetString() is { } key
                    && item.TryGetProperty("claims", out JsonElement claims) && claims.ValueKind == JsonValueKind.Object
                    && WikidataItem.IdOf(WikidataItem.Value(claims, "P1001")) is { } state && codes.OfWikidata(state) is { } code
                    && WikidataItem.Label(item) is { } label && OfficeOf(label, roles) is { } office)
                {
                    offices._offices[key] = (code.Alpha3, office);
                }
            }
        }

        return offices;
    }

    /// <summary>State and office of an item; null where it is none of those read.</summary>
    public (string Owner, string Office)? Of(string item) => _offices.TryGetValue(item, out (string Owner, string Office) office) ? office : null;

    // The longest beginning of the label that is an office; "Minister of Foreign Affairs" is a foreign minister.
    private static string? OfficeOf(string label, RoleLexicon roles)
    {
        string lower = label.ToLowerInvariant();
        if (lower.StartsWith("minister of foreign affairs", StringComparison.Ordinal) || lower.StartsWith("minister for foreign affairs", StringComparison.Ordinal))
        {
            return "foreign minister";
        }

        for (int end = lower.Length; end > 0; end = lower.LastIndexOf(' ', end - 1))
        {
            if (roles.Find(lower[..end]) is { Type: EntityType.Person, Sector: "GOV", Office: { } office } && (end == lower.Length || lower[end..] is [' ', 'o', 'f', ' ', ..] or [' ', '(', ..]))
            {
                return office;
            }
        }

        return null;
    }
}
