using Readout.Bench;

// One benchmark a name; each prints a table and ends.
return args switch
{
    ["extract", string path, ..] => ExtractBenchmark.Run(path, args[2..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench/run extract PATH [--runs N] [--threads N]");
    return 2;
}
