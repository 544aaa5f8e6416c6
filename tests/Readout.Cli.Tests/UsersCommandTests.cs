namespace Readout.Cli.Tests;

public sealed class UsersCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-users-").FullName;

    private string Store => Path.Combine(_folder, "store.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Accounts_are_made_listed_changed_and_removed()
    {
        Assert.Equal(0, Cli.Run("four words unlike another\n", "users", "add", "Eva", "--role", "admin", "--store", Store).ExitCode);
        Assert.Equal(0, Cli.Run("other words unlike another\n", "users", "add", "rita", "--store", Store).ExitCode);
        Assert.Equal(0, Cli.Run(null, "users", "role", "rita", "editor", "--store", Store).ExitCode);
        Assert.Equal(0, Cli.Run("yet more words than these\n", "users", "password", "rita", "--store", Store).ExitCode);
        CliResult list = Cli.Run(null, "users", "list", "--store", Store);
        Assert.Equal("eva\tadmin\tsigned in: never\nrita\teditor\tsigned in: never\n", list.Output);

        CliResult last = Cli.Run(null, "users", "remove", "eva", "--store", Store);
        Assert.Equal(1, last.ExitCode);
        Assert.Contains("only administrator", last.Error, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run(null, "users", "remove", "rita", "--store", Store).ExitCode);
        Assert.Equal(1, Cli.Run(null, "users", "remove", "rita", "--store", Store).ExitCode);
    }

    [Theory]
    [InlineData("short\n", "12 to 200 characters")]
    [InlineData("evaevaevaevaeva\n", "does not hold the account's name")]
    [InlineData("", "12 to 200 characters")]
    public void A_weak_password_is_refused(string input, string expected)
    {
        CliResult refused = Cli.Run(input, "users", "add", "eva", "--role", "admin", "--store", Store);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(expected, refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "--smtp", "mail.example.org")]
    [InlineData("serve", "--smtp", "mail.example.org", "--mail-from", "nobody")]
    [InlineData("serve", "--smtp", "mail.example.org", "--mail-from", "readout@example.org", "--smtp-clear")]
    [InlineData("serve", "--public-url", "desk.example.org")]
    public void Options_of_serve_that_do_not_fit_are_wrong_usage(params string[] arguments)
    {
        CliResult refused = Cli.Run(null, [.. arguments, "--store", Store, "--urls", "http://127.0.0.1:0"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("readout: --", refused.Error, StringComparison.Ordinal);
    }
}
