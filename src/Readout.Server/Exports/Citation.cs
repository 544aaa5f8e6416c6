using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>The report of a fact as reference managers take it, with the fact's words and address: BibTeX, RIS and CSL-JSON 1.0.</summary>
internal static class Citation
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static string BibTeX(Fact fact, string origin)
    {
        ReportLink report = fact.Report;
        string day = SortDay.Of(report.Published);
        (string Name, string? Value)[] fields =
        [
            ("title", report.Headline ?? report.File), ("organization", report.Outlet), ("year", day.Length >= 4 ? day[..4] : null), ("month", day.Length >= 7 ? day[5..7] : null), ("date", day.Length > 0 ? day : null),
            ("url", report.Url), ("note", $"Readout record {fact.Id}, {FactColumns.Url(origin, fact)}"), ("annote", fact.Words),
        ];
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{readout-{fact.Id},\n");
        foreach ((string name, string? value) in fields.Where(field => field.Value is not null))
        {
            entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{Escape(value!)}}},\n");
        }

        return entry.Append("}\n").ToString();
    }

    public static string Ris(Fact fact, string origin)
    {
        ReportLink report = fact.Report;
        string day = SortDay.Of(report.Published);
        (string Tag, string? Value)[] lines =
        [
            ("TY", "NEWS"), ("TI", report.Headline ?? report.File), ("T2", report.Outlet), ("PY", day.Length >= 4 ? day[..4] : null), ("DA", day.Length > 0 ? day.Replace('-', '/') : null),
            ("UR", report.Url), ("N2", fact.Words), ("ID", fact.Id), ("L2", FactColumns.Url(origin, fact)), ("ER", ""),
        ];
        return string.Concat(lines.Where(line => line.Value is not null).Select(line => $"{line.Tag}  - {OneLine(line.Value!)}\r\n"));
    }

    public static string CslJson(Fact fact, string origin)
    {
        ReportLink report = fact.Report;
        string day = SortDay.Of(report.Published);
        var item = new JsonObject { ["id"] = fact.Id, ["type"] = "article-newspaper", ["title"] = report.Headline ?? report.File, ["container-title"] = report.Outlet, ["URL"] = report.Url ?? FactColumns.Url(origin, fact), ["abstract"] = fact.Words, ["note"] = "Readout record " + fact.Id };
        if (day.Length > 0)
        {
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray([.. day.Split('-').Select(part => (JsonNode)int.Parse(part, CultureInfo.InvariantCulture))])) };
        }

        foreach (string name in item.Where(field => field.Value is null).Select(field => field.Key).ToArray())
        {
            item.Remove(name);
        }

        return new JsonArray(item).ToJsonString(Json) + "\n";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // Braces must pair in BibTeX, and these characters steer TeX.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in OneLine(text))
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash ",
                '{' => "\\{",
                '}' => "\\}",
                '%' or '&' or '#' or '$' or '_' => "\\" + c,
                '~' => "\\textasciitilde ",
                '^' => "\\textasciicircum ",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
