namespace Readout.Store.Columns;

/// <summary>How many statements the reports of outlets hold, whatever people said of them.</summary>
internal static class OutletCounter
{
    /// <summary>By code of outlet.</summary>
    public static int[] Statements(FactColumns columns)
    {
        bool[] statements = columns.Tables.Shapes.Where(shape => shape.Type == "statement");
        int[] counts = new int[columns.Tables.Outlets.Count];
        foreach (FactSegment segment in columns.Segments)
        {
            for (int position = 0; position < FactSegment.Size; position++)
            {
                counts[segment.Outlets[position]] += statements[segment.Shapes[position]] ? 1 : 0;
            }
        }

        return counts;
    }
}
