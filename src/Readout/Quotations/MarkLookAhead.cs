namespace Readout.Quotations;

/// <summary>What follows each mark of a paragraph, computed once from the right. Reused from paragraph to paragraph.</summary>
internal sealed class MarkLookAhead
{
    private int[] _surplus = [];
    private int[] _nextStrong = [];
    private int[] _nextClose = [];
    private int[] _nextOpen = [];

    /// <summary>Closing minus opening double marks from mark <paramref name="index"/> on.</summary>
    public int Surplus(int index) => _surplus[index];

    /// <summary>Whether a single closing mark stands at <paramref name="index"/> or later.</summary>
    public bool HasSingleClose(int index) => _nextClose[index] != int.MaxValue;

    /// <summary>Whether a single closing mark that is no likely apostrophe comes, from <paramref name="index"/> on, before the next single opening mark.</summary>
    public bool HasStrongClose(int index) => _nextStrong[index] < _nextOpen[index];

    /// <summary>Reads the marks of the next paragraph.</summary>
    public void Read(List<QuotationMark> marks)
    {
        int count = marks.Count;
        if (_surplus.Length <= count)
        {
            int size = (count * 2) + 8;
            (_surplus, _nextStrong, _nextClose, _nextOpen) = (new int[size], new int[size], new int[size], new int[size]);
        }

        _surplus[count] = 0;
        _nextStrong[count] = _nextClose[count] = _nextOpen[count] = int.MaxValue;
        for (int i = count - 1; i >= 0; i--)
        {
            QuotationMark mark = marks[i];
            bool isSingleClose = mark.Shape.IsSingle && mark.ClosesHere && mark.Shape.Side != MarkSide.Open;
            bool isSingleOpen = mark.Shape.IsSingle && mark.OpensHere && mark.Shape.Side != MarkSide.Close;
            _nextStrong[i] = isSingleClose && !mark.IsWeak ? i : _nextStrong[i + 1];
            _nextClose[i] = isSingleClose ? i : _nextClose[i + 1];
            _nextOpen[i] = isSingleOpen ? i : _nextOpen[i + 1];
            _surplus[i] = _surplus[i + 1] + (mark.Shape.IsSingle ? 0 : mark.OpensHere ? -1 : mark.ClosesHere ? 1 : 0);
        }
    }
}
