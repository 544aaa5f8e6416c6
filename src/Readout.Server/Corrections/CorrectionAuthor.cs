using Microsoft.AspNetCore.Http;
using Readout.Server.Accounts;

namespace Readout.Server.Corrections;

/// <summary>Who corrects: the account that signed in, else the name given in the form, kept by the browser so that it need not be given again.</summary>
internal static class CorrectionAuthor
{
    private const string Cookie = "readout-author";
    private const int MostCharacters = 200;

    /// <summary>The name that was last given in this browser; empty where none was.</summary>
    public static string Of(HttpContext context)
    {
        if (Visitor.Of(context) is { HasAccount: true } visitor)
        {
            return visitor.Name;
        }

        string name = Uri.UnescapeDataString(context.Request.Cookies[Cookie] ?? "");
        return name.Length <= MostCharacters ? name : "";
    }

    /// <summary>The account that signed in, or else the name in the form, which the browser keeps for a year.</summary>
    public static (string Name, bool IsAccount) Take(HttpContext context, IFormCollection form)
    {
        if (Visitor.Of(context) is { HasAccount: true } visitor)
        {
            return (visitor.Name, true);
        }

        string name = form["author"].ToString().Trim();
        if (name.Length is > 0 and <= MostCharacters)
        {
            var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), Path = "/", IsEssential = true };
            context.Response.Cookies.Append(Cookie, Uri.EscapeDataString(name), options);
        }

        return (name, false);
    }
}
