using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Cli.Running;
using Readout.Server.Accounts;
using Readout.Store;
using Readout.Store.Accounts;

namespace Readout.Cli.Commands;

/// <summary><c>readout users</c>: who may sign in to a server that others reach.</summary>
internal static class UsersCommand
{
    public static Command Create() => new("users", "Manage who may sign in to a server that others reach.") { List(), Add(), Role(), Password(), Remove() };

    private static Command List()
    {
        var store = new StoreOption();
        var command = new Command("list", "List the accounts.") { store.Option };
        command.SetAction((parse, _) => Run(store, parse, accounts =>
        {
            foreach (Account one in accounts.List())
            {
                string last = one.SignedInAt is { } at ? at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC" : "never";
                Console.Out.WriteLine($"{one.Name}\t{RecordNames.Of(one.Role)}\tsigned in: {last}");
            }

            return true;
        }));
        return command;
    }

    private static Command Add()
    {
        var store = new StoreOption();
        Argument<string> name = Name();
        Option<string> role = new("--role") { Description = "reader, editor or admin.", DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong([.. RecordNames.All<AccountRole>()]);
        var command = new Command("add", "Make an account; its password is read from standard input or asked for.") { name, role, store.Option };
        command.SetAction((parse, _) => Run(store, parse, accounts =>
        {
            string account = parse.GetRequiredValue(name);
            accounts.Add(account, RecordNames.Find<AccountRole>(parse.GetRequiredValue(role))!.Value, Passwords.Hash(account, ReadPassword()));
            accounts.Note("", "users add", account, null);
            return true;
        }));
        return command;
    }

    private static Command Role()
    {
        var store = new StoreOption();
        Argument<string> name = Name();
        var role = new Argument<string>("ROLE") { Description = "reader, editor or admin." };
        role.AcceptOnlyFromAmong([.. RecordNames.All<AccountRole>()]);
        var command = new Command("role", "Set what an account may do.") { name, role, store.Option };
        command.SetAction((parse, _) => Run(store, parse, accounts =>
            Noted(accounts, "users role", parse.GetRequiredValue(name), accounts.SetRole(parse.GetRequiredValue(name), RecordNames.Find<AccountRole>(parse.GetRequiredValue(role))!.Value))));
        return command;
    }

    private static Command Password()
    {
        var store = new StoreOption();
        Argument<string> name = Name();
        var command = new Command("password", "Set an account's password, read from standard input or asked for.") { name, store.Option };
        command.SetAction((parse, _) => Run(store, parse, accounts =>
        {
            string account = parse.GetRequiredValue(name);
            return Noted(accounts, "users password", account, accounts.SetPassword(account, Passwords.Hash(account, ReadPassword())));
        }));
        return command;
    }

    private static Command Remove()
    {
        var store = new StoreOption();
        Argument<string> name = Name();
        var command = new Command("remove", "Remove an account with its tokens and all that it follows.") { name, store.Option };
        command.SetAction((parse, _) => Run(store, parse, accounts => Noted(accounts, "users remove", parse.GetRequiredValue(name), accounts.Remove(parse.GetRequiredValue(name)))));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Name of the account." };

    private static bool Noted(IAccountStore accounts, string action, string name, bool isDone)
    {
        if (isDone)
        {
            accounts.Note("", action, name, null);
        }
        else
        {
            Console.Error.WriteLine($"readout: there is no account {name}; `readout users list` shows them");
        }

        return isDone;
    }

    private static Task<int> Run(StoreOption store, ParseResult parse, Func<IAccountStore, bool> work) => store.RunAsync(parse, open =>
    {
        try
        {
            return work(open.Accounts) ? ExitCodes.Done : ExitCodes.SomeFailed;
        }
        catch (AccountException refused)
        {
            Console.Error.WriteLine($"readout: {refused.Message}");
            return ExitCodes.SomeFailed;
        }
    });

    // Never an argument: those stand in the list of processes and in the shell's history.
    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        Console.Error.Write("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                password.Length = Math.Max(0, password.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                password.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return password.ToString();
    }
}
