using System.Diagnostics;
using System.Globalization;

namespace Readout.Cli.Running;

/// <summary>
/// A progress line on standard error: nothing in the first second, nothing at all where standard error is no terminal.
/// For one thread.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private const int BarWidth = 24;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly long _totalBytes;
    private TimeSpan _next = Quiet;
    private long _done;
    private bool _drawn;

    /// <param name="totalBytes">Bytes of work in all; 0 where unknown.</param>
    public ProgressLine(long totalBytes) => _totalBytes = totalBytes;

    /// <summary>Counts one more report, after <paramref name="bytes"/> of the work in all.</summary>
    public void Advance(long bytes)
    {
        _done++;
        if (_shown && _clock.Elapsed >= _next)
        {
            _next = _clock.Elapsed + Interval;
            _drawn = true;
            Console.Error.Write("\r" + Line(bytes) + "\u001b[K");
        }
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_drawn)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }

    private string Line(long bytes)
    {
        double rate = _done / _clock.Elapsed.TotalSeconds;
        string count = string.Create(CultureInfo.InvariantCulture, $"{_done:N0} reports, {rate:N0} a second");
        if (_totalBytes <= 0)
        {
            return count;
        }

        double part = Math.Clamp(bytes / (double)_totalBytes, 0, 1);
        int full = (int)(part * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('.', BarWidth - full)}] {part:P0}  {count}");
    }
}
