using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Following;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Accounts;

namespace Readout.Server.Accounts;

/// <summary>Signing in and out, one's own account, and for administrators everybody's and the audit trail.</summary>
internal static class AccountEndpoints
{
    private const int RowsOfTrail = 100;

    public static void Map(WebApplication app)
    {
        app.MapGet("/login", IResult (HttpContext context, IRecordStore store) => Visitor.Of(context).HasAccount ? new SeeOtherResult("/") : Login(context.Request.Query["next"], store, null));
        app.MapAsyncForm("/login", SignIn);
        app.MapAsyncForm("/logout", async (context, _) =>
        {
            await Sessions.EndAsync(context);
            return new SeeOtherResult("/login");
        });
        app.MapGet("/account", IResult (HttpContext context, IRecordStore store) => Visitor.Of(context).HasAccount
            ? new RazorComponentResult<AccountPage>(new { Account = store.Accounts.Find(Visitor.Of(context).Name), Tokens = store.Accounts.Tokens(Visitor.Of(context).Name) })
            : new FailureResult());
        app.MapAsyncForm("/account/password", ChangePassword);
        app.MapForm("/account/tokens", AddToken);
        app.MapForm("/account/tokens/{id:long}/end", (context, _) => FollowEndpoints.Done(Store(context).RemoveToken(Visitor.Of(context).Name, FollowEndpoints.Id(context)), "/account"));
        app.MapGet("/audit", (HttpContext context, IRecordStore store) =>
        {
            IReadOnlyList<AuditEntry> entries = store.Accounts.Audit(Forms.Number(FactQueryString.Value(context.Request.Query, "before")), RowsOfTrail);
            return new RazorComponentResult<AuditPage>(new { Entries = entries, Next = entries.Count == RowsOfTrail ? entries[^1].Id : (long?)null });
        });
        MapUsers(app);
    }

    private static void MapUsers(WebApplication app)
    {
        app.MapGet("/users", (IRecordStore store) => new RazorComponentResult<UsersPage>(new { Accounts = store.Accounts.List() }));
        app.MapForm("/users", (context, form) =>
        {
            string name = Forms.Value(form, "name") ?? "";
            Store(context).Add(name, Role(form), Passwords.Hash(name, form["password"].ToString()));
            return new SeeOtherResult("/users");
        });
        app.MapForm("/users/{name}/role", (context, form) => FollowEndpoints.Done(Store(context).SetRole(Name(context), Role(form)), "/users"));
        app.MapForm("/users/{name}/password", (context, form) =>
            FollowEndpoints.Done(Store(context).SetPassword(Name(context), Passwords.Hash(Name(context), form["password"].ToString())), "/users"));
        app.MapForm("/users/{name}/remove", (context, _) => FollowEndpoints.Done(Store(context).Remove(Name(context)), "/users"));
    }

    private static RazorComponentResult<LoginPage> Login(string? next, IRecordStore store, string? refusal) =>
        new(new { Next = Local(next), Refusal = refusal, HasAccounts = store.Accounts.List().Count > 0 }) { StatusCode = refusal is null ? 200 : 401 };

    private static async Task<IResult> SignIn(HttpContext context, IFormCollection form)
    {
        IRecordStore records = (IRecordStore)context.RequestServices.GetService(typeof(IRecordStore))!;
        TimeProvider clock = (TimeProvider)context.RequestServices.GetService(typeof(TimeProvider))!;
        string name = Forms.Value(form, "name") ?? "";
        Account? account = records.Accounts.Find(name);
        if (account?.LockedUntil is { } until && until > clock.GetUtcNow())
        {
            AuditTrail.Note(context, records, "sign in refused", name);
            return Login(form["next"], records, "There were too many wrong passwords; wait a while and try again.");
        }

        if (!Passwords.Check(account, form["password"].ToString()))
        {
            records.Accounts.SignInFailed(name);
            AuditTrail.Note(context, records, "sign in failed", name);
            return Login(form["next"], records, "Name or password is wrong.");
        }

        records.Accounts.SignedIn(name);
        await Sessions.BeginAsync(context, account!);
        context.Features.Set(new Visitor(account!.Name, account.Role));
        AuditTrail.Note(context, records, "sign in", account.Name);
        return new SeeOtherResult(Local(form["next"]));
    }

    // Whoever finds an open session cannot take the account over: the old password is asked for.
    private static async Task<IResult> ChangePassword(HttpContext context, IFormCollection form)
    {
        IAccountStore store = Store(context);
        string name = Visitor.Of(context).Name;
        if (!Passwords.Check(store.Find(name), form["old"].ToString()))
        {
            store.SignInFailed(name);
            return new RefusedResult("The password stays", "the old password is wrong");
        }

        store.SetPassword(name, Passwords.Hash(name, form["password"].ToString()));
        await Sessions.BeginAsync(context, store.Find(name)!);
        return new SeeOtherResult("/account");
    }

    private static RazorComponentResult<SecretPage> AddToken(HttpContext context, IFormCollection form)
    {
        string token = ApiTokens.New();
        Store(context).AddToken(Visitor.Of(context).Name, Forms.Value(form, "name") ?? "", ApiTokens.Hash(token));
        return new RazorComponentResult<SecretPage>(new { Title = "Token made", What = "A program that sends it acts for you (Authorization: Bearer TOKEN):", Secrets = new[] { token }, Back = "/account" });
    }

    private static AccountRole Role(IFormCollection form) => RecordNames.Find<AccountRole>(Forms.Value(form, "role")) ?? throw new AccountException("choose reader, editor or admin");

    private static string Name(HttpContext context) => context.Request.RouteValues["name"]?.ToString() ?? "";

    private static IAccountStore Store(HttpContext context) => ((IRecordStore)context.RequestServices.GetService(typeof(IRecordStore))!).Accounts;

    // Only to a page of this server: "//elsewhere" would be another's.
    private static string Local(string? next) =>
        next is not null && next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal) && !next.Contains('\\', StringComparison.Ordinal) && !next.Any(char.IsControl) ? next : "/";
}
