using Readout.Sources.Pages;

namespace Readout.Sources.Training;

/// <summary>A page's blocks with what is known of them.</summary>
/// <param name="Page">Outline.</param>
/// <param name="Rows">Features of each block.</param>
/// <param name="Labels">Label of each block; null where unknown.</param>
/// <param name="Weights">Weight of each block.</param>
internal sealed record LabelledPage(PageOutline Page, float[][] Rows, bool?[] Labels, double[] Weights);
