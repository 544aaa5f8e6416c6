using System.Globalization;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>A phrase of a document that a person labelled, kept apart from the document itself.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Span">The phrase, in UTF-16 offsets.</param>
/// <param name="Names">Right names, any of which counts; <c>-</c> for none.</param>
/// <param name="Values">Right values (offices, states), any of which counts; <c>-</c> or <c>*</c> for none.</param>
public sealed record StandoffMention(string Document, TextSpan Span, string[] Names, string[] Values)
{
    /// <summary>Reads rows of document id, start, end, names and values joined by <c>|</c>.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message names file and row.</exception>
    public static IReadOnlyList<StandoffMention> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var mentions = new List<StandoffMention>();
        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            if (!int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                || !int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int end) || end <= start)
            {
                throw new InvalidDataException($"{path}: {cells[0]}: expected start and end, found '{cells[1]}' and '{cells[2]}'");
            }

            mentions.Add(new StandoffMention(cells[0], new TextSpan(start, end), cells[3].Split('|'), cells[4].Split('|')));
        }

        return mentions;
    }
}
