using Readout.Sources.Pages;

namespace Readout.Sources.Training;

/// <summary>Trains a <see cref="BlockClassifier"/>; the second round learns from what the first says of pages that it was not fitted on.</summary>
internal static class PageBlockTrainer
{
    private const int Folds = 5;

    /// <summary>Fits both rounds.</summary>
    public static BlockClassifier Train(IReadOnlyList<LabelledPage> pages, TreeTrainerOptions options)
    {
        var scores = new int[pages.Count][];
        for (int fold = 0; fold < Folds; fold++)
        {
            TreeEnsemble partial = FitFirst([.. pages.Where((_, i) => i % Folds != fold)], options);
            for (int i = fold; i < pages.Count; i += Folds)
            {
                scores[i] = [.. pages[i].Rows.Select(r => partial.Score(r))];
            }
        }

        return new BlockClassifier(FitFirst(pages, options), FitSecond(pages, scores, options));
    }

    private static TreeEnsemble FitFirst(IReadOnlyList<LabelledPage> pages, TreeTrainerOptions options)
    {
        var set = new TrainingRows();
        foreach (LabelledPage page in pages)
        {
            for (int i = 0; i < page.Rows.Length; i++)
            {
                set.Add(page.Rows[i], page.Labels[i], page.Weights[i]);
            }
        }

        return new TreeTrainer(options).Fit(set.Rows, set.Labels, set.Weights);
    }

    private static TreeEnsemble FitSecond(IReadOnlyList<LabelledPage> pages, int[][] scores, TreeTrainerOptions options)
    {
        var set = new TrainingRows();
        for (int p = 0; p < pages.Count; p++)
        {
            var surroundings = new SurroundingFeatures(pages[p].Page, scores[p]);
            for (int i = 0; i < pages[p].Rows.Length; i++)
            {
                if (pages[p].Labels[i] is not null)
                {
                    var row = new float[SurroundingFeatures.Count];
                    surroundings.Fill(i, pages[p].Rows[i], row);
                    set.Add(row, pages[p].Labels[i], pages[p].Weights[i]);
                }
            }
        }

        return new TreeTrainer(options).Fit(set.Rows, set.Labels, set.Weights);
    }

    private sealed class TrainingRows
    {
        public List<float[]> Rows { get; } = [];

        public List<bool> Labels { get; } = [];

        public List<double> Weights { get; } = [];

        public void Add(float[] row, bool? label, double weight)
        {
            if (label is { } known)
            {
                Rows.Add(row);
                Labels.Add(known);
                Weights.Add(weight);
            }
        }
    }
}
