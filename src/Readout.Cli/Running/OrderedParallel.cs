using System.Threading.Channels;

namespace Readout.Cli.Running;

/// <summary>Maps a sequence on several threads and hands the results on in input order, with a bounded number under way.</summary>
internal static class OrderedParallel
{
    // Enough under way that one long report does not leave the other threads idle; few enough that memory stays flat.
    private const int PerThread = 8;

    /// <summary>
    /// Runs <paramref name="work"/> for each item of <paramref name="source"/>, which is enumerated on one thread, and
    /// <paramref name="emit"/> for each result, in order, on one thread. The first exception of any of them ends the run.
    /// </summary>
    public static async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> source, Func<TItem, TResult> work, Action<TResult> emit, int threads)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var underWay = Channel.CreateBounded<Task<TResult>>(threads * PerThread);
        using var stop = new CancellationTokenSource();
        Task producer = Task.Run(async () =>
        {
            try
            {
                foreach (TItem item in source)
                {
                    Task<TResult> task = Task.Factory.StartNew(() => work(item), stop.Token, TaskCreationOptions.None, scheduler);
                    await underWay.Writer.WriteAsync(task, stop.Token).ConfigureAwait(false);
                }

                underWay.Writer.Complete();
            }
            catch (Exception failure)
            {
                underWay.Writer.Complete(failure);
            }
        });

        try
        {
            await foreach (Task<TResult> task in underWay.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                emit(await task.ConfigureAwait(false));
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(false);
        }
    }
}
