using System.Collections.Concurrent;

namespace Readout.Store.Columns;

/// <summary>Small numbers for values that many facts share, given in the order of arrival and never taken back. 0 is no value. Thread-safe.</summary>
/// <param name="most">Most codes: one more than the largest that its column holds.</param>
internal sealed class CodeTable<T>(int most)
    where T : notnull
{
    private readonly ConcurrentDictionary<T, int> _codes = new();
    private readonly List<T> _values = [];

    /// <summary>Codes given, that of no value among them.</summary>
    public int Count
    {
        get
        {
            lock (_values)
            {
                return _values.Count + 1;
            }
        }
    }

    /// <summary>The value of a code above 0.</summary>
    public T this[int code]
    {
        get
        {
            lock (_values)
            {
                return _values[code - 1];
            }
        }
    }

    /// <summary>The code of a value that has one; null for others.</summary>
    public int? Find(T value) => _codes.TryGetValue(value, out int known) ? known : null;

    /// <summary>The code of a value, a new one where it has none.</summary>
    /// <exception cref="StoreException">There are more values than the column can hold.</exception>
    public int Code(T value)
    {
        if (_codes.TryGetValue(value, out int known))
        {
            return known;
        }

        lock (_values)
        {
            if (_codes.TryGetValue(value, out known))
            {
                return known;
            }

            if (_values.Count + 1 >= most)
            {
                throw new StoreException($"more than {most - 1} different values of {typeof(T).Name}; the store's columns cannot hold them");
            }

            _values.Add(value);
            return _codes[value] = _values.Count;
        }
    }

    /// <summary>For each code given so far whether its value holds; false for no value.</summary>
    public bool[] Where(Func<T, bool> holds)
    {
        lock (_values)
        {
            bool[] all = new bool[_values.Count + 1];
            for (int i = 0; i < _values.Count; i++)
            {
                all[i + 1] = holds(_values[i]);
            }

            return all;
        }
    }
}
