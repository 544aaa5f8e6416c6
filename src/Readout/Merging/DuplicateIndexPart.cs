namespace Readout.Merging;

/// <summary>One part of a <see cref="DuplicateIndex"/>: linear probing, several entries a key, at most three quarters full.</summary>
internal sealed class DuplicateIndexPart
{
    private const int Smallest = 64;

    // A slot is free where its report is -1; slots are never freed.
    private uint[] _keys = new uint[Smallest];
    private int[] _reports = Filled(Smallest);
    private int _used;

    public void Count(uint key, Dictionary<int, int> shared)
    {
        for (int slot = Slot(key, _keys.Length); _reports[slot] >= 0; slot = Next(slot))
        {
            if (_keys[slot] == key)
            {
                shared[_reports[slot]] = shared.GetValueOrDefault(_reports[slot]) + 1;
            }
        }
    }

    public void Add(uint key, int report)
    {
        if (4 * (_used + 1) > 3 * _keys.Length)
        {
            Grow();
        }

        int same = 0;
        int slot = Slot(key, _keys.Length);
        while (_reports[slot] >= 0)
        {
            same += _keys[slot] == key ? 1 : 0;
            if (same == DuplicateIndex.PostingLimit)
            {
                return;
            }

            slot = Next(slot);
        }

        (_keys[slot], _reports[slot]) = (key, report);
        _used++;
    }

    private static int Slot(uint key, int length) => (int)((ulong)unchecked(key * 2654435769u) * (ulong)length >> 32);

    private static int[] Filled(int length)
    {
        var reports = new int[length];
        Array.Fill(reports, -1);
        return reports;
    }

    private int Next(int slot) => slot + 1 == _keys.Length ? 0 : slot + 1;

    private void Grow()
    {
        (uint[] keys, int[] reports) = (_keys, _reports);

        // Half as much again: doubling would leave the table three eighths full after each growth.
        int length = keys.Length + (keys.Length / 2);
        (_keys, _reports) = (new uint[length], Filled(length));
        for (int old = 0; old < keys.Length; old++)
        {
            if (reports[old] >= 0)
            {
                int slot = Slot(keys[old], length);
                while (_reports[slot] >= 0)
                {
                    slot = Next(slot);
                }

                (_keys[slot], _reports[slot]) = (keys[old], reports[old]);
            }
        }
    }
}
