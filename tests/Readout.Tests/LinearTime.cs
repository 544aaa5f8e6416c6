using System.Diagnostics;

namespace Readout.Tests;

/// <summary>Tells linear from quadratic work on a busy machine: ten times the input may take at most fifty times the time, the best of some runs each.</summary>
internal static class LinearTime
{
    private const int Runs = 4;
    private const double MostGrowth = 50;

    /// <param name="small">Work on an input.</param>
    /// <param name="large">The same work on ten times the input.</param>
    public static void Check(Action small, Action large)
    {
        double before = Best(small), after = Best(large);
        Assert.True(after <= (MostGrowth * before) + 0.1, FormattableString.Invariant($"{before:F4} s for the small input, {after:F4} s for ten times of it"));
    }

    private static double Best(Action work)
    {
        double best = double.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            work();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return best;
    }
}
