using System.Text.Json;
using Readout.Text;
using Readout.Time;

namespace Readout.Tests.Time;

/// <summary>
/// The English specifications of Recognizers-Text (MIT) as far as their convention is that of TIMEX3 news; <c>Cases/recognizers-excluded.tsv</c>
/// lists the inputs whose convention is another, with the reason.
/// </summary>
public class RecognizersTextTests
{
    private const string Folder = "time/recognizers-text";

    [CorpusFact(Folder)]
    public void Dates_agree() => Agree("DateParser");

    [CorpusFact(Folder)]
    public void Durations_agree() => Agree("DurationParser");

    [CorpusFact(Folder)]
    public void Sets_agree() => Agree("SetParser");

    [CorpusFact(Folder)]
    public void Holidays_agree() => Agree("HolidayParser");

    [CorpusFact(Folder)]
    public void Periods_agree() => Agree("DatePeriodParser");

    [CorpusFact(Folder)]
    public void Clock_times_agree() => Agree("TimeParser");

    [CorpusFact(Folder)]
    public void Days_with_clock_times_agree() => Agree("DateTimeParser");

    private static void Agree(string name)
    {
        HashSet<string> excluded = [.. TsvFile.Rows(Path.Combine(Repository.Root, "tests", "Readout.Tests", "Cases", "recognizers-excluded.tsv"), 3)
            .Where(row => row[0] == name).Select(row => row[1])];
        string text = File.ReadAllText(Path.Combine(Repository.Corpora!, Folder, name + ".json"));
        using JsonDocument cases = JsonDocument.Parse(text.TrimStart('\ufeff'));
        var wrong = new List<string>();
        int run = 0;
        int number = -1;
        foreach (JsonElement one in cases.RootElement.EnumerateArray())
        {
            number++;
            string input = one.GetProperty("Input").GetString()!;
            if (excluded.Contains(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) || !one.TryGetProperty("Results", out JsonElement results) || results.GetArrayLength() != 1)
            {
                continue;
            }

            run++;
            if (!Agrees(input, Published(one), results[0], out string? found))
            {
                wrong.Add($"{number}\t{input}\t{found}");
            }
        }

        Assert.True(run > 0, $"{name}: no case was run");
        Assert.True(wrong.Count == 0, $"{name}: {wrong.Count} of {run} differ:\n{string.Join('\n', wrong)}");
    }

    private static bool Agrees(string input, string? published, JsonElement result, out string? found)
    {
        string phrase = result.GetProperty("Text").GetString()!;
        int start = result.TryGetProperty("Start", out JsonElement at) ? at.GetInt32() : input.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        var span = new TextSpan(start, start + phrase.Length);
        TimeExpression? time = TestTimes.Find(input, published).FirstOrDefault(t => t.Span.Overlaps(span));
        found = time?.Value;
        return time?.Value is { } value && Accepted(result.GetProperty("Value")).Any(a => a == value || (a.Length > 10 && a[..10] == value) || IsClock(a, value));
    }

    // "T08", "T20:40", "2016-04-21 20:00:00": the day is compared only where the case has it, hours and minutes always, seconds never.
    private static bool IsClock(string accepted, string value)
    {
        int at = value.IndexOf('T', StringComparison.Ordinal);
        int own = accepted.IndexOfAny(['T', ' ']);
        if (at < 0 || own < 0 || own + 3 > accepted.Length || at + 3 > value.Length || !char.IsAsciiDigit(value[at + 1]))
        {
            return false;
        }

        string clock = accepted[(own + 1)..];
        string minutes = clock.Length >= 5 ? clock[..5] : clock + ":00";
        return (own == 0 || accepted[..own] == value[..at]) && value[(at + 1)..].StartsWith(minutes, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Accepted(JsonElement value)
    {
        yield return value.GetProperty("Timex").GetString()!;
        foreach (string way in (string[])["FutureResolution", "PastResolution"])
        {
            if (value.TryGetProperty(way, out JsonElement resolution))
            {
                foreach (JsonProperty part in resolution.EnumerateObject())
                {
                    yield return part.Value.GetString() ?? "";
                }
            }
        }
    }

    private static string? Published(JsonElement one) =>
        one.TryGetProperty("Context", out JsonElement context) && context.TryGetProperty("ReferenceDateTime", out JsonElement day) ? day.GetString() : null;
}
