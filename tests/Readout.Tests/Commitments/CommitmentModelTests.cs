using Readout.Commitments;
using Readout.Learning;

namespace Readout.Tests.Commitments;

public sealed class CommitmentModelTests
{
    [Fact]
    public void A_model_file_gives_the_decisions_back()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var network = new HashedNetwork(new HashedNetworkWeights { Features = [3, 5], Linear = [1500, -700], Inputs = [1, 2], States = [], Biases = [1 << HashedNetwork.InputBits], Outputs = [1 << HashedNetwork.OutputBits], Bias = 10 });
        CommitmentModel model = CommitmentModel.Empty with { Candidates = network, Least = -400, Confidence = [-500, 800] };
        try
        {
            File.WriteAllBytes(path, model.ToFile());
            CommitmentModel read = CommitmentModel.Load(path);
            var features = new FeatureSet();
            features.Hashes.AddRange([3, 5, 8]);
            Assert.Equal((model.Candidates.Score(features), -400), (read.Candidates.Score(features), read.Least));
            Assert.Equal(model.ConfidenceOf(1000), read.ConfidenceOf(1000));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_confidence_is_the_fitted_share()
    {
        CommitmentModel model = CommitmentModel.Empty with { Confidence = [-500, 800] };
        Assert.Equal((0.38, 0.57), (model.ConfidenceOf(0), model.ConfidenceOf(1000)));
    }
}
