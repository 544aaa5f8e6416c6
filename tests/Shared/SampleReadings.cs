using System.Text.Json.Nodes;
using Readout.Records;
using Readout.Store;
using Readout.Text;

namespace Readout.Tests.Shared;

/// <summary>The sample reports that carry an expected record, as readings: what a perfect engine would store.</summary>
internal static class SampleReadings
{
    public static string Folder { get; } = FindFolder();

    public static ReadingVersion Version { get; } = new("expected", "by hand");

    public static IEnumerable<ReportReading> All() =>
        Directory.GetFiles(Path.Combine(Folder, "expected"), "*.json").Order(StringComparer.Ordinal).Select(Read);

    private static ReportReading Read(string expected)
    {
        string file = Path.Combine(Folder, Path.GetFileNameWithoutExtension(expected) + ".txt");
        JsonNode json = JsonNode.Parse(File.ReadAllText(expected))!;

        // Confidence and reason belong to an engine; the expected records leave them out.
        foreach (string list in (string[])["statements", "meetings", "commitments", "events"])
        {
            foreach (JsonObject fact in json[list]!.AsArray().OfType<JsonObject>())
            {
                fact["confidence"] = 0.9;
                fact["reason"] = "marked by hand";
            }
        }

        ReportRecord record = RecordJson.Read(json.ToJsonString());
        byte[] raw = File.ReadAllBytes(file);
        string[] parts = File.ReadAllText(file).TrimEnd('\n').Split("\n\n", 2);
        return new ReportReading
        {
            Report = new Report
            {
                Id = record.Report.Id,
                Text = record.Report.Headline + "\n\n" + parts[1],
                File = record.Report.File,
                Url = record.Report.Url,
                Outlet = record.Report.Outlet,
                Headline = record.Report.Headline,
                Published = record.Report.Published,
            },
            Raw = raw,
            Record = record,
            Version = Version,
        };
    }

    private static string FindFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Readout.slnx")))
            {
                return Path.Combine(at.FullName, "samples");
            }
        }

        throw new DirectoryNotFoundException("Readout.slnx is in no folder above the tests");
    }
}
