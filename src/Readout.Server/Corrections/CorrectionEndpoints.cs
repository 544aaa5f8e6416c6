using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Server.Corrections;

/// <summary>The forms by which a person puts something right, and the list of all that was put right.</summary>
internal static class CorrectionEndpoints
{
    private const long MaximumBody = 64 * 1024;

    public static void Map(WebApplication app)
    {
        app.MapGet("/corrections", (HttpContext context, IRecordStore store) => new RazorComponentResult<CorrectionsPage>(
            new { Corrections = Newest(store), Waiting = store.WaitingFacts, Author = CorrectionAuthor.Of(context) }));
        Writing(app.MapPost("/corrections", Add));
        Writing(app.MapPost("/corrections/{number:long}/undo", Undo));
    }

    private static void Writing(RouteHandlerBuilder route) => route.WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MaximumBody));

    private static Correction[] Newest(IRecordStore store) => [.. store.Corrections().Reverse().Take(CorrectionsPage.Most)];

    private static async Task<IResult> Add(HttpContext context, IRecordStore store)
    {
        if (await Form(context) is not { } form)
        {
            return new RefusedResult("The form was too old", "Go back, reload the page and send it again: forms are good until the server is restarted.");
        }

        try
        {
            (string author, bool isAccount) = CorrectionAuthor.Take(context, form);
            Correction first = store.Correct([.. CorrectionForm.Drafts(form, store, author).Select(draft => draft with { IsAccount = isAccount })])[0];
            if (first is { Field: CorrectionField.Added, Fact: { } added })
            {
                return new SeeOtherResult($"/{RecordNames.Of(first.Type!.Value)}s/{added}");
            }
        }
        catch (CorrectionException refused)
        {
            return new RefusedResult("This cannot be kept", refused.Message);
        }

        return Back(form);
    }

    private static async Task<IResult> Undo(long number, HttpContext context, IRecordStore store)
    {
        if (await Form(context) is not { } form)
        {
            return new RefusedResult("The form was too old", "Go back, reload the page and send it again: forms are good until the server is restarted.");
        }

        (string author, _) = CorrectionAuthor.Take(context, form);
        if (author.Length == 0 || !store.Undo(number, author))
        {
            return new RefusedResult("This cannot be taken back", author.Length == 0 ? "Say who takes it back." : string.Create(CultureInfo.InvariantCulture, $"There is no standing correction {number}."));
        }

        return Back(form);
    }

    // The middleware has checked the token; what it found must be asked for before the form may be read.
    private static async Task<IFormCollection?> Form(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;

    // Only to a page of this server: "//elsewhere" would be another's.
    private static SeeOtherResult Back(IFormCollection form)
    {
        string back = form["back"].ToString();
        return new SeeOtherResult(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) ? back : "/corrections");
    }
}
