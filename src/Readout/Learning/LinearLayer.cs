namespace Readout.Learning;

/// <summary>y = x W + b, with its backward pass. One instance belongs to one replica.</summary>
internal sealed class LinearLayer(Parameter weight, Parameter? bias, Gradients gradients)
{
    public Parameter Weight { get; } = weight;

    public Parameter? Bias { get; } = bias;

    /// <summary>Fills <paramref name="output"/> [rows, outputs] from <paramref name="input"/> [rows, inputs].</summary>
    public void Forward(Matrix input, Matrix output)
    {
        output.Resize(input.Rows, Weight.Value.Columns);
        if (Bias is null)
        {
            Gemm.Multiply(input.View, Weight.Value.View, output.View);
            return;
        }

        Span<float> bias = Bias.Value.AsSpan();
        for (int row = 0; row < output.Rows; row++)
        {
            bias.CopyTo(output.Row(row));
        }

        Gemm.Multiply(input.View, Weight.Value.View, output.View, accumulate: true);
    }

    /// <summary>Adds to the parameters' gradients and, unless null, fills or adds to <paramref name="inputGradient"/>.</summary>
    public void Backward(Matrix input, Matrix outputGradient, Matrix? inputGradient, bool accumulate = false)
    {
        Gemm.Multiply(input.Transposed, outputGradient.View, gradients[Weight].View, accumulate: true);
        if (Bias is not null)
        {
            Span<float> bias = gradients[Bias].AsSpan();
            for (int row = 0; row < outputGradient.Rows; row++)
            {
                Elementwise.Add(bias, outputGradient.Row(row));
            }
        }

        if (inputGradient is not null)
        {
            if (!accumulate)
            {
                inputGradient.ResizeLike(input);
            }

            Gemm.Multiply(outputGradient.View, Weight.Transposed.View, inputGradient.View, accumulate);
        }
    }
}
