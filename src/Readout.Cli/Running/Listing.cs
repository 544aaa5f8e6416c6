using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Store;
using Spectre.Console;

namespace Readout.Cli.Running;

/// <summary>
/// Rows for whoever looks: a table on a terminal, tab-separated lines otherwise, JSON Lines where asked for. Control characters of
/// reports never reach the terminal.
/// </summary>
internal sealed class Listing
{
    private readonly Table? _table;
    private readonly bool _json;
    private readonly TextWriter _output;

    /// <param name="json">Whether programs read it.</param>
    /// <param name="columns">Headings of the table; the tab-separated form has none.</param>
    public Listing(bool json, params string[] columns)
    {
        _json = json;
        _output = Utf8Output();
        if (!json && !Console.IsOutputRedirected)
        {
            _table = new Table { Border = TableBorder.Simple };
            foreach (string column in columns)
            {
                _table.AddColumn(new TableColumn(Markup.Escape(column)) { NoWrap = column == columns[0] });
            }
        }
    }

    /// <summary>Rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="item">What JSON shows.</param>
    /// <param name="cells">What the others show; null for nothing.</param>
    public void Add<T>(T item, params string?[] cells)
    {
        Count++;
        if (_json)
        {
            _output.WriteLine(JsonSerializer.Serialize(item, StoreJson.Options));
        }
        else if (_table is null)
        {
            _output.WriteLine(string.Join('\t', cells.Select(cell => OneLine(cell ?? ""))));
        }
        else
        {
            _table.AddRow([.. cells.Select(cell => new Markup(Highlight(Markup.Escape(OneLine(cell ?? "")))))]);
        }
    }

    /// <summary>Writes what is not written yet.</summary>
    public void Finish()
    {
        if (_table is { Rows.Count: > 0 })
        {
            AnsiConsole.Write(_table);
        }

        _output.Flush();
    }

    /// <summary>The text on one line, without characters that steer a terminal; the marks of found words (U+0002, U+0003) stay.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool steers = char.IsControl(c) && c is not ('\u0002' or '\u0003');

            // Bidirectional overrides could make a row read as another.
            bool reorders = c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
            line.Append(steers || reorders || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }

    /// <summary>A number as a cell.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Highlight(string markup) => markup.Replace("\u0002", "[bold yellow]", StringComparison.Ordinal).Replace("\u0003", "[/]", StringComparison.Ordinal);

    private static StreamWriter Utf8Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14) { NewLine = "\n" };
}
