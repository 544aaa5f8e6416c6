namespace Readout.Sources.Pages;

/// <summary>
/// Tells which blocks of a page are the body of its report. Two rounds of boosted trees: the first looks at each block alone, the second also at
/// what the first thought of the block's surroundings (stacking, Wolpert 1992). Immutable, thread-safe.
/// </summary>
internal sealed class BlockClassifier(TreeEnsemble first, TreeEnsemble second)
{
    /// <summary>First cell of the model file; changes with the columns of <see cref="BlockFeatures"/>.</summary>
    public const string Version = "readout-page-blocks-2";

    /// <summary>Loads <c>data/sources/page-blocks.model</c>.</summary>
    /// <exception cref="InvalidDataException">The file is broken or of another version; the message names line, expected and found.</exception>
    public static BlockClassifier Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "sources", "page-blocks.model");
        using var reader = new StreamReader(path);
        var lines = new ModelLines(reader, path);
        lines.Cells(Version, 1);
        return new BlockClassifier(TreeEnsemble.Read(lines, BlockFeatures.Count), TreeEnsemble.Read(lines, SurroundingFeatures.Count));
    }

    /// <summary>Writes the model file.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(Version + "\n");
        first.Write(writer);
        second.Write(writer);
    }

    /// <summary>Log odds of each block, in 1/<see cref="TreeEnsemble.Scale"/>; positive for the body.</summary>
    public int[] Judge(PageOutline page, PageContext context)
    {
        var features = new BlockFeatures(page, context);
        float[][] rows = features.Rows();
        int[] scores = [.. rows.Select(row => first.Score(row))];
        var surroundings = new SurroundingFeatures(page, scores);
        var wide = new float[SurroundingFeatures.Count];
        var judged = new int[scores.Length];
        for (int i = 0; i < judged.Length; i++)
        {
            surroundings.Fill(i, rows[i], wide);
            judged[i] = second.Score(wide);
        }

        return judged;
    }
}
