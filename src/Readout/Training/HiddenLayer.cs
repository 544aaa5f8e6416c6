using Readout.Learning;

namespace Readout.Training;

/// <summary>A linear layer, optionally rectified, with dropout: one replica's hidden layer with its output and gradient.</summary>
internal sealed class HiddenLayer(LinearLayer linear, bool rectify, float dropout)
{
    private readonly DropoutLayer _dropout = new(dropout);

    public Matrix Output { get; } = new();

    /// <summary>To be filled between <see cref="Forward"/>, which clears it, and <see cref="Backward"/>.</summary>
    public Matrix Gradient { get; } = new();

    public void Forward(Matrix input, SeededRandom? random)
    {
        linear.Forward(input, Output);
        if (rectify)
        {
            Elementwise.Rectify(Output.AsSpan());
        }

        _dropout.Forward(Output, random);
        Gradient.ResizeLike(Output);
        Gradient.Clear();
    }

    /// <summary>Adds to <paramref name="inputGradient"/>.</summary>
    public void Backward(Matrix input, Matrix inputGradient)
    {
        _dropout.Backward(Gradient);
        if (rectify)
        {
            Elementwise.RectifyBackward(Gradient.AsSpan(), Output.AsSpan());
        }

        linear.Backward(input, Gradient, inputGradient, accumulate: true);
    }
}
