namespace Readout.Store.Columns;

/// <summary>How many meetings and events are reported from places, whatever people said of them.</summary>
internal static class PlaceCounter
{
    /// <summary>Codes of those places from which something is reported, with their counts.</summary>
    /// <param name="columns">Where.</param>
    /// <param name="wanted">By code of place whether it is counted.</param>
    public static IEnumerable<(int Place, int Meetings, int Events)> Of(FactColumns columns, bool[] wanted)
    {
        bool[] meetings = columns.Tables.Shapes.Where(shape => shape.Type == "meeting");
        (int Meetings, int Events)[] counts = new (int, int)[wanted.Length];
        foreach (FactSegment segment in columns.Segments)
        {
            for (int position = 0; position < FactSegment.Size; position++)
            {
                int place = segment.Places[position];
                if (place != 0 && wanted[place])
                {
                    ref (int Meetings, int Events) count = ref counts[place];
                    count = meetings[segment.Shapes[position]] ? (count.Meetings + 1, count.Events) : (count.Meetings, count.Events + 1);
                }
            }
        }

        return counts.Index().Where(pair => pair.Item != default).Select(pair => (pair.Index, pair.Item.Meetings, pair.Item.Events));
    }
}
