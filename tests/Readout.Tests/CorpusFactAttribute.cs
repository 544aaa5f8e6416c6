namespace Readout.Tests;

/// <summary>A test that needs a file or folder of the corpora and is skipped, saying so, where it is missing.</summary>
internal sealed class CorpusFactAttribute : FactAttribute
{
    /// <param name="path">Path under the corpora, or <c>seeds</c>.</param>
    public CorpusFactAttribute(string path)
    {
        string? found = path == "seeds" ? Repository.Seeds : Repository.Corpora is { } corpora ? Path.Combine(corpora, path) : null;
        if (found is null || !Path.Exists(found))
        {
            Skip = $"needs ../shared/{(path == "seeds" ? path : "corpora/" + path)}";
        }
    }
}
