using System.CommandLine;
using Readout.Store;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Cli.Running;

/// <summary>The option <c>--store</c> and what every command that uses a store does with it.</summary>
internal sealed class StoreOption
{
    public Option<string?> Option { get; } = new("--store") { Description = "The store's file, else the one that `readout status` shows.", HelpName = "FILE" };

    /// <summary>Opens the store, runs the work, and turns what a user can mend into a sentence and an exit code.</summary>
    public async Task<int> RunAsync(ParseResult parse, Func<IRecordStore, Task<int>> work)
    {
        try
        {
            using SqliteRecordStore store = SqliteRecordStore.Open(parse.GetValue(Option) ?? StorePath.Default(Environment.GetEnvironmentVariable));
            return await work(store);
        }
        catch (StoreException failed)
        {
            Console.Error.WriteLine($"readout: {failed.Message}");
            return ExitCodes.SomeFailed;
        }
        catch (QueryException refused)
        {
            Console.Error.WriteLine($"readout: {refused.Message}");
            return ExitCodes.WrongUsage;
        }
    }

    /// <summary>The same for work that does not wait.</summary>
    public Task<int> RunAsync(ParseResult parse, Func<IRecordStore, int> work) => RunAsync(parse, store => Task.FromResult(work(store)));
}
