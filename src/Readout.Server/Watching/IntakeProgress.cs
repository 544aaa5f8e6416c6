using System.Globalization;

namespace Readout.Server.Watching;

/// <summary>How far reading reports has come, for the pages. Thread-safe.</summary>
public sealed class IntakeProgress
{
    private int _runs;
    private int _done;
    private int _failed;
    private int _version;

    /// <summary>Goes up with every change.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>What is being done, in one sentence; null while nothing is read.</summary>
    public string? Text
    {
        get
        {
            if (Volatile.Read(ref _runs) == 0)
            {
                return null;
            }

            int failed = Volatile.Read(ref _failed);
            return string.Create(CultureInfo.InvariantCulture, $"Reading reports: {Volatile.Read(ref _done):#,0} done{(failed == 0 ? "" : $", {failed:#,0} could not be read; the log names them")}");
        }
    }

    /// <summary>A run begins; it ends when the result is disposed.</summary>
    public IDisposable Begin()
    {
        if (Interlocked.Increment(ref _runs) == 1)
        {
            Volatile.Write(ref _done, 0);
            Volatile.Write(ref _failed, 0);
        }

        Interlocked.Increment(ref _version);
        return new Run(this);
    }

    /// <summary>One more report was looked at.</summary>
    /// <param name="failed">Whether it could not be read.</param>
    public void Count(bool failed)
    {
        Interlocked.Increment(ref _done);
        if (failed)
        {
            Interlocked.Increment(ref _failed);
        }

        Interlocked.Increment(ref _version);
    }

    private sealed class Run(IntakeProgress progress) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                Interlocked.Decrement(ref progress._runs);
                Interlocked.Increment(ref progress._version);
            }
        }
    }
}
