using System.CommandLine;
using System.Text;
using Readout.Cli.Running;
using Readout.Corpora;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Cli.Commands;

/// <summary><c>readout parse</c>: words, tags, lemmas and dependencies as CoNLL-U.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Text or CoNLL-U files; - reads standard input.", Arity = ArgumentArity.OneOrMore };
        var input = new Option<string>("--input")
        {
            Description = "Form of the files: text, or conllu to keep their words and sentences.",
            DefaultValueFactory = _ => "text",
        };
        input.AcceptOnlyFromAmong("text", "conllu");
        var noTree = new Option<bool>("--no-tree") { Description = "Words, tags and lemmas alone, which is faster." };
        var command = new Command("parse", "Write words, tags, lemmas and dependencies as CoNLL-U.") { files, input, noTree };
        command.SetAction(parse => Run(parse.GetRequiredValue(files), parse.GetValue(input) == "conllu", parse.GetValue(noTree)));
        return command;
    }

    private static int Run(string[] files, bool conllu, bool noTree)
    {
        Tokenizer tokenizer = Tokenizer.Load(Reader.DefaultDataDirectory);
        SyntaxParser parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
        Func<TokenTable, ParsedText> read = noTree ? parser.Tag : parser.Parse;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        int failures = 0;
        foreach (string file in files)
        {
            try
            {
                using TextReader reader = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
                if (conllu)
                {
                    Reparse(reader, file, read, output);
                }
                else
                {
                    ConlluWriter.Write(output, read(tokenizer.Tokenize(reader.ReadToEnd())), Path.GetFileNameWithoutExtension(file));
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine($"readout: {file}: {failure.Message}");
                failures++;
            }
        }

        return failures == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static void Reparse(TextReader reader, string file, Func<TokenTable, ParsedText> read, TextWriter output)
    {
        foreach (ConlluDocument document in ConlluText.Documents(ConlluReader.Read(reader, file)))
        {
            ConlluWriter.Write(output, read(ConlluText.BuildTokens(document.Sentences)), document.Id);
        }
    }
}
