namespace Readout.Sources.Tests.Fetching;

/// <summary>A clock that leaps to the end of every wait, so that a day passes in a moment.</summary>
internal sealed class LeapingTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public void LeapTo(DateTimeOffset moment)
    {
        lock (_gate)
        {
            _now = moment > _now ? moment : _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            LeapTo(GetUtcNow() + dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Done();
    }

    private sealed class Done : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
