using System.Globalization;
using Readout.Text;

namespace Readout.Corpora;

/// <summary>
/// Reads attributions in brat standoff as PolNeAR has them: a folder <c>text</c> of .txt files and a folder <c>attributions</c> of .ann
/// files named after them, one for each annotator (<c>name_xxxx.ann</c>), of which the first by name is read.
/// </summary>
public static class AttributionCorpus
{
    /// <summary>Documents in ordinal order of their names; texts without an annotation file are passed over.</summary>
    /// <exception cref="DirectoryNotFoundException">The directory has no folder <c>text</c> or <c>attributions</c>.</exception>
    /// <exception cref="InvalidDataException">An annotation file has offsets outside its text.</exception>
    public static IEnumerable<AttributionDocument> Read(string directory)
    {
        string annotations = Path.Combine(directory, "attributions");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(directory, "text"), "*.txt").Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileNameWithoutExtension(file);
            string? annotation = Directory.EnumerateFiles(annotations, id + "_*.ann").Concat(Directory.EnumerateFiles(annotations, id + ".ann"))
                .Order(StringComparer.Ordinal).FirstOrDefault();
            if (annotation is not null)
            {
                string text = File.ReadAllText(file);
                yield return new AttributionDocument(id, text, Parse(annotation, new CodePointMap(text)));
            }
        }
    }

    private static List<AttributionRelation> Parse(string path, CodePointMap map)
    {
        var spans = new Dictionary<string, (string Type, List<TextSpan> Pieces)>(StringComparer.Ordinal);
        var relations = new List<string>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] cells = line.Split('\t');
            if (cells.Length >= 2 && line[0] == 'T' && Pieces(cells[1], map, $"{path}, line {number}") is { } read)
            {
                spans[cells[0]] = read;
            }
            else if (cells.Length >= 2 && line[0] == 'E')
            {
                relations.Add(cells[1]);
            }
        }

        return [.. relations.Select(relation => Relate(relation, spans)).Where(relation => relation.Cue.Count + relation.Content.Count > 0)];
    }

    // "Content 129 182;200 210": a type and code point ranges. Annotations run over a line end in a few lines, which then hold no range.
    private static (string Type, List<TextSpan> Pieces)? Pieces(string cell, CodePointMap map, string place)
    {
        int space = cell.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return null;
        }

        var pieces = new List<TextSpan>();
        foreach (string range in cell[(space + 1)..].Split(';'))
        {
            string[] ends = range.Split(' ');
            if (ends.Length != 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end))
            {
                return null;
            }

            if (start > end || end > map.CodePoints)
            {
                throw new InvalidDataException($"{place}: expected a range within 0 and {map.CodePoints}, found {range}");
            }

            pieces.Add(new TextSpan(map.ToUtf16(start), map.ToUtf16(end)));
        }

        return (cell[..space], pieces);
    }

    private static AttributionRelation Relate(string relation, Dictionary<string, (string Type, List<TextSpan> Pieces)> spans)
    {
        var source = new List<TextSpan>();
        var cue = new List<TextSpan>();
        var content = new List<TextSpan>();
        foreach (string argument in relation.Split(' '))
        {
            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0 && spans.TryGetValue(argument[(colon + 1)..], out (string Type, List<TextSpan> Pieces) span))
            {
                List<TextSpan>? role = span.Type switch { "Source" => source, "Cue" => cue, "Content" => content, _ => null };
                role?.AddRange(span.Pieces);
            }
        }

        source.Sort();
        cue.Sort();
        content.Sort();
        return new AttributionRelation(source, cue, content);
    }
}
