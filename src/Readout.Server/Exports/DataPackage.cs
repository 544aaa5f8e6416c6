using System.Text.Json.Nodes;

namespace Readout.Server.Exports;

/// <summary>The descriptor of the CSV file (Frictionless Data Package 1.0 with a Table Schema).</summary>
internal static class DataPackage
{
    /// <param name="path">Address of the CSV file, its filters included.</param>
    public static JsonObject Of(string path)
    {
        var fields = new JsonArray();
        foreach (FactColumn column in FactColumns.All)
        {
            fields.Add(new JsonObject { ["name"] = column.Name, ["type"] = column.Type, ["description"] = column.Description });
        }

        return new JsonObject
        {
            ["name"] = "readout-facts",
            ["title"] = "Facts of the Readout record",
            ["profile"] = "tabular-data-package",
            ["resources"] = new JsonArray(new JsonObject
            {
                ["name"] = "facts",
                ["path"] = path,
                ["profile"] = "tabular-data-resource",
                ["format"] = "csv",
                ["mediatype"] = "text/csv",
                ["encoding"] = "utf-8",
                ["schema"] = new JsonObject { ["fields"] = fields, ["primaryKey"] = "id", ["missingValues"] = new JsonArray("") },
            }),
        };
    }
}
