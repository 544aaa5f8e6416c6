namespace Readout.Sources.Pages;

/// <summary>Columns of the second round: those of <see cref="BlockFeatures"/>, then the first round's opinion of the block and of what stands about it.</summary>
internal sealed class SurroundingFeatures
{
    private const int Neighbours = 4;
    private const int Ancestors = 4;

    /// <summary>Columns of a row.</summary>
    public const int Count = BlockFeatures.Count + 1 + (2 * Neighbours) + (2 * Ancestors) + 3;

    private readonly PageOutline _page;
    private readonly double[] _odds;
    private readonly double[] _weight;
    private readonly double[] _body;
    private readonly double[] _bodyBefore;

    /// <param name="page">Page.</param>
    /// <param name="scores">First round's score of each block.</param>
    public SurroundingFeatures(PageOutline page, int[] scores)
    {
        _page = page;
        _odds = new double[scores.Length];
        _weight = new double[page.Elements.Count];
        _body = new double[page.Elements.Count];
        _bodyBefore = new double[scores.Length + 1];
        for (int i = 0; i < scores.Length; i++)
        {
            PageBlock block = page.Blocks[i];

            // A ramp in place of the logistic curve: whole arithmetic, the same on every machine.
            _odds[i] = (Math.Clamp(scores[i], -30_000, 30_000) + 30_000) / 60_000.0;
            _weight[block.Element] += block.Words;
            _body[block.Element] += block.Words * _odds[i];
            _bodyBefore[i + 1] = _bodyBefore[i] + (_odds[i] > 0.5 ? block.Words : 0);
        }

        for (int row = page.Elements.Count - 1; row > 0; row--)
        {
            _weight[page.Parent[row]] += _weight[row];
            _body[page.Parent[row]] += _body[row];
        }
    }

    /// <summary>Writes the row of one block.</summary>
    /// <param name="index">Number of the block.</param>
    /// <param name="features">Its row of the first round.</param>
    /// <param name="row">[<see cref="Count"/>].</param>
    public void Fill(int index, ReadOnlySpan<float> features, Span<float> row)
    {
        features.CopyTo(row);
        int next = features.Length;
        row[next++] = (float)_odds[index];
        for (int step = 1; step <= Neighbours; step++)
        {
            row[next++] = index - step >= 0 ? (float)_odds[index - step] : -1;
            row[next++] = index + step < _odds.Length ? (float)_odds[index + step] : -1;
        }

        int e = _page.Blocks[index].Element;
        for (int step = 0; step < Ancestors; step++)
        {
            row[next++] = (float)(_body[e] / Math.Max(1, _weight[e]));
            row[next++] = (float)_body[e];
            e = Math.Max(0, _page.Parent[e]);
        }

        double all = Math.Max(1, _bodyBefore[^1]);
        row[next++] = (float)(_bodyBefore[index] / all);
        row[next++] = (float)((_bodyBefore[^1] - _bodyBefore[index + 1]) / all);
        row[next] = (float)all;
    }
}
