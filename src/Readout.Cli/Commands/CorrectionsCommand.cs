using System.CommandLine;
using System.Text.Json;
using Readout.Cli.Running;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Facts;

namespace Readout.Cli.Commands;

/// <summary><c>readout corrections</c>: lists, makes, takes back and exports what people put right.</summary>
internal static class CorrectionsCommand
{
    public static Command Create() => new("corrections", "List, make, take back and export corrections.")
    {
        CreateList(),
        CreateAdd(),
        CreateUndo(),
        CreateExport(),
    };

    private static Command CreateList()
    {
        var fact = new Argument<string?>("FACT") { Description = "Id of a fact; without it all corrections.", Arity = ArgumentArity.ZeroOrOne };
        var store = new StoreOption();
        var command = new Command("list", "List corrections; those that find no fact in the present reading are said to be loose.") { fact, store.Option };
        command.SetAction((parse, _) => With(store, parse, open =>
        {
            foreach (Correction correction in open.Corrections(parse.GetValue(fact)))
            {
                string state = correction.UndoneAt is not null ? $"undone {correction.UndoneAt} by {correction.UndoneBy}" : correction.Fact is null ? "loose" : "stands";
                Console.Out.WriteLine($"{correction.Id}\t{correction.Fact ?? "-"}\t{RecordNames.Of(correction.Field)}\t{correction.Value ?? "-"}\t{correction.Author}\t{correction.MadeAt}\t{state}");
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command CreateAdd()
    {
        var fact = new Argument<string>("FACT") { Description = "Id of the fact, such as 8eb030292736-s3; of an actor its key; of a missed fact the short name of its report." };
        var field = new Argument<string>("FIELD") { Description = string.Join(", ", RecordNames.All<CorrectionField>()) + "." };
        var value = new Argument<string?>("VALUE") { Description = "The right value, such as \"meeting 120-164\" or \"statement WORDS\" for added; no value for apart.", Arity = ArgumentArity.ZeroOrOne };
        var report = new Option<string?>("--report") { Description = "Of actor-here: the report in which the actor is somebody else." };
        var author = new Option<string>("--author") { Description = "Who corrects.", Required = true };
        var note = new Option<string?>("--note") { Description = "Why." };
        var store = new StoreOption();
        var command = new Command("add", "Correct a fact.") { fact, field, value, report, author, note, store.Option };
        command.SetAction((parse, _) =>
        {
            if (RecordNames.Find<CorrectionField>(parse.GetRequiredValue(field)) is not { } known)
            {
                Console.Error.WriteLine($"readout: no field \"{parse.GetValue(field)}\"; expected one of {string.Join(", ", RecordNames.All<CorrectionField>())}");
                return Task.FromResult(ExitCodes.WrongUsage);
            }

            return With(store, parse, open =>
            {
                Correction made = open.Correct(new CorrectionDraft
                {
                    Fact = parse.GetRequiredValue(fact),
                    Field = known,
                    Value = parse.GetValue(value),
                    Report = parse.GetValue(report),
                    Author = parse.GetRequiredValue(author),
                    Note = parse.GetValue(note),
                });
                Console.Out.WriteLine($"{made.Id}\t{made.Fact}\t{RecordNames.Of(made.Field)}\t{made.Value ?? "-"}");
                return ExitCodes.Done;
            });
        });
        return command;
    }

    private static Command CreateUndo()
    {
        var number = new Argument<long>("NUMBER") { Description = "Number of the correction." };
        var author = new Option<string>("--author") { Description = "Who takes it back.", Required = true };
        var store = new StoreOption();
        var command = new Command("undo", "Take a correction back; it stays on record.") { number, author, store.Option };
        command.SetAction((parse, _) => With(store, parse, open =>
        {
            if (open.Undo(parse.GetValue(number), parse.GetRequiredValue(author)))
            {
                return ExitCodes.Done;
            }

            Console.Error.WriteLine($"readout: no standing correction {parse.GetValue(number)}");
            return ExitCodes.SomeFailed;
        }));
        return command;
    }

    private static Command CreateExport()
    {
        var store = new StoreOption();
        var command = new Command("export", "Write standing corrections with the report's text as training data, one line of JSON each.") { store.Option };
        command.SetAction((parse, _) => With(store, parse, open =>
        {
            foreach (Correction correction in open.Corrections().Where(correction => correction.UndoneAt is null))
            {
                Fact? fact = correction.Fact is { } id ? open.FindFact(id) : null;
                string? text = correction.Report.Length == 0 ? null : open.FindReport(correction.Report["sha256:".Length..])?.Text;
                Console.Out.WriteLine(JsonSerializer.Serialize(new { correction, fact, text }, StoreJson.Options));
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Task<int> With(StoreOption option, ParseResult parse, Func<IRecordStore, int> work) => option.RunAsync(parse, store =>
    {
        try
        {
            int code = work(store);
            PlaceWaiting(store);
            return code;
        }
        catch (CorrectionException refused)
        {
            Console.Error.WriteLine($"readout: {refused.Message}");
            return ExitCodes.WrongUsage;
        }
    });

    // A server that serves the same store does this as well; each takes what the other has not.
    private static void PlaceWaiting(IRecordStore store)
    {
        const int factsAtOnce = 20;
        for (int left = store.WaitingFacts; left > 0; left = store.PlaceWaiting(factsAtOnce))
        {
            Console.Error.WriteLine($"readout: {left} facts of merged actors are to be compared again");
        }
    }
}
