using Readout.Bench;

// One benchmark a name; each prints a table and ends.
return args switch
{
    ["extract", string path, ..] => ExtractBenchmark.Run(path, args[2..]),
    ["duplicates", ..] => DuplicateBenchmark.Run(args[1..]),
    ["language", string folder, ..] => LanguageBenchmark.Run(folder, args[2..]),
    ["parser", string path, ..] => ParserBenchmark.Run(path, args[2..]),
    ["stages", string path, ..] => StagesBenchmark.Run(path, args[2..]),
    ["desk", ..] => await DeskBenchmark.RunAsync(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench/run extract PATH [--runs N] [--threads N]");
    Console.Error.WriteLine("       bench/run duplicates [--reports N] [--measured N]");
    Console.Error.WriteLine("       bench/run language FOLDER [--rounds N]");
    Console.Error.WriteLine("       bench/run stages PATH [--rounds N] [--reports N]");
    Console.Error.WriteLine("       bench/run parser DIRECTORY [--rounds N]");
    Console.Error.WriteLine("       bench/run desk [--statements N] [--clients N] [--rounds N] [--store FILE]");
    return 2;
}
