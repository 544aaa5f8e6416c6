using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readout.Store;
using Readout.Store.Accounts;

namespace Readout.Server.Accounts;

/// <summary>Sessions by cookie. Each request looks at the account: a session ends with its password, its role or itself.</summary>
internal static class Sessions
{
    private const string Stamp = "stamp";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void AddServices(IServiceCollection services, ServerOptions options)
    {
        bool isSecret = options.PublicUrl?.Scheme == Uri.UriSchemeHttps;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = isSecret ? "__Host-readout" : "readout";
            cookie.Cookie.HttpOnly = true;

            // Lax: a link in a message opens the page that it names; forms of other sites come without it.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = isSecret ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = Longest;
            cookie.SlidingExpiration = true;
            cookie.TimeProvider = options.Clock;
            cookie.Events.OnValidatePrincipal = Validate;
        });
    }

    public static Task BeginAsync(HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Name), new Claim(Stamp, account.Stamp)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync();

    /// <summary>The account of a session that is good; null where there is none.</summary>
    public static Account? Of(HttpContext context) => context.Features.Get<Account>();

    private static Task Validate(CookieValidatePrincipalContext session)
    {
        IRecordStore store = session.HttpContext.RequestServices.GetRequiredService<IRecordStore>();
        Account? account = session.Principal?.Identity?.Name is { } name ? store.Accounts.Find(name) : null;
        if (account is null || account.Stamp != session.Principal!.FindFirstValue(Stamp))
        {
            session.RejectPrincipal();
        }
        else
        {
            session.HttpContext.Features.Set(account);
        }

        return Task.CompletedTask;
    }
}
