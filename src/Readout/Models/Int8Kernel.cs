using System.Runtime.Intrinsics.X86;

namespace Readout.Models;

/// <summary>The instruction sets an 8-bit product can run on; all give the same sums and so the same floats.</summary>
internal enum Int8Kernel
{
    Scalar,
    Avx2,
    AvxVnni,
}

/// <summary>Chooses a kernel for this machine.</summary>
internal static class Int8Kernels
{
    public static Int8Kernel Best { get; } =
        AvxVnni.IsSupported ? Int8Kernel.AvxVnni : Avx2.IsSupported ? Int8Kernel.Avx2 : Int8Kernel.Scalar;

    public static bool IsSupported(Int8Kernel kernel) => kernel switch
    {
        Int8Kernel.AvxVnni => AvxVnni.IsSupported,
        Int8Kernel.Avx2 => Avx2.IsSupported,
        _ => true,
    };
}
