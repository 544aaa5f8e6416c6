using Readout.Store.Queries;

namespace Readout.Cli.Running;

/// <summary>Reads a list part by part.</summary>
internal static class Pages
{
    /// <summary>Hands on up to <paramref name="limit"/> rows, all where it is 0; true where there are more.</summary>
    public static bool Read<T>(Func<string?, Page<T>> part, int limit, Action<T> row)
    {
        int count = 0;
        string? cursor = null;
        do
        {
            Page<T> page = part(cursor);
            foreach (T item in page.Items)
            {
                if (limit > 0 && count == limit)
                {
                    return true;
                }

                row(item);
                count++;
            }

            cursor = page.Next;
        }
        while (cursor is not null && (limit == 0 || count < limit));
        return cursor is not null;
    }

    /// <summary>Rows to ask for at once.</summary>
    public static int Size(int limit) => limit == 0 ? FactQuery.MaximumLimit : Math.Min(limit, FactQuery.MaximumLimit);
}
