namespace Readout.Store.Tests;

/// <summary>Run as a program, the tests are the writer that <see cref="CrashTests"/> kills: <c>write STORE</c> adds reports without end.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not ["write", var path])
        {
            return 2;
        }

        using Readout.Store.Sqlite.SqliteRecordStore store = Readout.Store.Sqlite.SqliteRecordStore.Open(path);
        for (int i = 0; ; i++)
        {
            store.Add(Readings.Invented(i));
            Console.WriteLine(i);
        }
    }
}
