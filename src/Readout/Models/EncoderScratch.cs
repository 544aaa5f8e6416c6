namespace Readout.Models;

/// <summary>Scratch for encoding one word type. Not thread-safe.</summary>
internal sealed class EncoderScratch(EncoderModel model, Int8Kernel kernel)
{
    public Int8Kernel Kernel { get; } = kernel;

    public float[] Row { get; } = new float[model.Width];

    public Int8Activations Activations { get; } = new();

    public float[] Products { get; } = new float[Int8Gemm.ResultLength(1, model.Convolution)];
}
