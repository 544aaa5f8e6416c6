using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Readout.Server.Watching;
using Readout.Store;

namespace Readout.Server.Following;

/// <summary>
/// Tells open pages how many notices are unread, and how far reading has come, by server-sent events. It asks the store once a second for one number, since other programs
/// write to it as well; the number of listeners is bounded.
/// </summary>
internal sealed class NoticeStream(IRecordStore store, TimeProvider clock, IHostApplicationLifetime lifetime, IntakeProgress progress)
{
    private const int MostListeners = 64;
    private const int SecondsOfBeat = 25;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private int _listeners;

    /// <summary>An event <c>unread</c> with the number now and whenever it changes, <c>reading</c> with a sentence while reports are read; <c>beat</c> in between, so that nothing on the way closes the connection.</summary>
    public async IAsyncEnumerable<SseItem<string>> Of(string owner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        if (Interlocked.Increment(ref _listeners) > MostListeners)
        {
            Interlocked.Decrement(ref _listeners);
            yield return new SseItem<string>("", "beat") { ReconnectionInterval = TimeSpan.FromMinutes(2) };
            yield break;
        }

        try
        {
            (long revision, int told, int idle) = (-1, -1, 0);

            // Told once at first: reading may have ended between the page and its stream.
            string? reading = "";
            while (!stop.IsCancellationRequested)
            {
                long now = store.Notices.NoticeRevision;
                int unread = now == revision ? told : store.Notices.Unread(owner);
                idle++;
                if (unread != told)
                {
                    yield return new SseItem<string>(unread.ToString(CultureInfo.InvariantCulture), "unread");
                    idle = 0;
                }
                else if (progress.Text != reading)
                {
                    reading = progress.Text;
                    yield return new SseItem<string>(reading ?? "", "reading");
                    idle = 0;
                }
                else if (idle >= SecondsOfBeat)
                {
                    yield return new SseItem<string>("", "beat");
                    idle = 0;
                }

                (revision, told) = (now, unread);
                await Task.Delay(Interval, clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _listeners);
        }
    }
}
