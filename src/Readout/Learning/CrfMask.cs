namespace Readout.Learning;

/// <summary>Which label may follow which in a BIO labelling: 0 is O, odd labels begin a span, the even label after one goes on with it.</summary>
/// <param name="Breaks">Per position, whether a span must not run on into it.</param>
internal readonly record struct CrfMask(bool[] Breaks)
{
    /// <summary>Whether <paramref name="to"/> may stand after <paramref name="from"/>.</summary>
    public bool MayFollow(int from, int to, bool isBreak) =>
        to == 0 || to % 2 == 1 || (!isBreak && (from == to || from == to - 1));
}
