using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Readout.Server.Accounts;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Server.Corrections;

/// <summary>
/// Corrections in the API. A body must come as application/json, which a page of
/// another site cannot send without being asked first, and never is allowed.
/// </summary>
internal static class CorrectionApiEndpoints
{
    private const long MaximumBody = 16 * 1024;

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/corrections", (string? fact, IRecordStore store) => Results.Json(store.Corrections(fact), StoreJson.Options));
        app.MapPost("/api/v1/corrections", Add);
        app.MapPost("/api/v1/corrections/{number:long}/undo", Undo);
    }

    private static async Task<IResult> Add(HttpContext context, IRecordStore store)
    {
        (CorrectionDraft? draft, IResult? refusal) = await Read<CorrectionDraft>(context);
        if (draft is null)
        {
            return refusal!;
        }

        try
        {
            Correction made = store.Correct(draft with { Author = Author(context, draft.Author), IsAccount = Visitor.Of(context).HasAccount });
            return Results.Json(made, StoreJson.Options, statusCode: StatusCodes.Status201Created);
        }
        catch (CorrectionException refused)
        {
            return Results.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> Undo(long number, HttpContext context, IRecordStore store)
    {
        (CorrectionUndo? undo, IResult? refusal) = await Read<CorrectionUndo>(context);
        if (undo is null)
        {
            return refusal!;
        }

        string author = Author(context, undo.Author);
        bool done = !string.IsNullOrWhiteSpace(author) && store.Undo(number, author);
        return done ? Results.NoContent() : Results.Problem($"no standing correction {number}, or no author", statusCode: StatusCodes.Status404NotFound);
    }

    // Where there are accounts, nobody signs with another's name.
    private static string Author(HttpContext context, string given) => Visitor.Of(context) is { HasAccount: true } visitor ? visitor.Name : given;

    private static async Task<(T? Value, IResult? Refusal)> Read<T>(HttpContext context)
        where T : class
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaximumBody;
        }

        if (context.Request.ContentType?.Split(';')[0].Trim() != "application/json")
        {
            return (null, Results.Problem("expected a body of application/json", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            T? value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, StoreJson.Options, context.RequestAborted);
            return value is null ? (null, Results.Problem("expected an object, found null", statusCode: StatusCodes.Status400BadRequest)) : (value, null);
        }
        catch (Exception failure) when (failure is JsonException or BadHttpRequestException)
        {
            return (null, Results.Problem(failure.Message, statusCode: StatusCodes.Status400BadRequest));
        }
    }
}
