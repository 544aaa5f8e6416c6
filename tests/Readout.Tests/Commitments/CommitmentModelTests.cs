using Readout.Commitments;
using Readout.Learning;

namespace Readout.Tests.Commitments;

public sealed class CommitmentModelTests
{
    [Fact]
    public void A_model_file_gives_the_decisions_back()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        CommitmentModel model = CommitmentModel.Empty with { Candidates = new SparseClassifier([3, 5], [1500, -700], 1), Least = -400 };
        try
        {
            File.WriteAllBytes(path, model.ToFile());
            CommitmentModel read = CommitmentModel.Load(path);
            Assert.Equal((800, -400), (read.Candidates.Score([3, 5, 8]), read.Least));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
