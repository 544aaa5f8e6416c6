using System.Diagnostics;
using System.Globalization;

namespace Readout.Bench;

/// <summary><c>readout extract</c> as a whole process, start-up included: reports a second and peak memory.</summary>
internal static class ExtractBenchmark
{
    public static int Run(string path, string[] options)
    {
        int runs = Options.Number(options, "--runs", 5);
        int threads = Options.Number(options, "--threads", 2);
        var seconds = new List<double>();
        long peak = 0;
        int reports = 0;
        for (int run = 0; run < runs; run++)
        {
            (double elapsed, long memory, reports) = RunOnce(path, threads);
            seconds.Add(elapsed);
            peak = Math.Max(peak, memory);
        }

        seconds.Sort();
        double median = seconds[runs / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reports            {reports}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threads            {threads}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seconds            {seconds[0]:0.00} / {median:0.00} / {seconds[^1]:0.00} (min / median / max of {runs})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reports a second   {reports / median:0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory        {peak / 1048576.0:0} MiB"));
        return 0;
    }

    private static (double Seconds, long PeakBytes, int Reports) RunOnce(string path, int threads)
    {
        // The script that users type: it builds nothing here, since bench/run has just built.
        string program = Path.Combine(Folder.Root, "readout");
        var start = new ProcessStartInfo(program, ["extract", path, "--threads", threads.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        int lines = 0;
        long peak = 0;
        var chunk = new byte[1 << 16];
        int read;
        while ((read = process.StandardOutput.BaseStream.Read(chunk)) > 0)
        {
            lines += chunk.AsSpan(0, read).Count((byte)'\n');
            peak = Math.Max(peak, PeakOf(process));
        }

        process.WaitForExit();
        return (clock.Elapsed.TotalSeconds, peak, lines);
    }

    // The kernel's high-water mark; 0 where the process is gone or the system has no /proc.
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
