using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readout.Server.Http;

namespace Readout.Server.Api;

/// <summary>Marks an endpoint that takes every filter of a fact query, and describes the filters to OpenAPI.</summary>
/// <param name="others">Parameters of the endpoint besides the filters.</param>
internal sealed class FactParameters(params string[] others)
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["scale"] = "decade, year, month or day",
        ["words"] = "Words to find: all of them, \"a phrase\", -excluded, prefix*, this OR that, NEAR(two words, 5)",
        ["type"] = "statement, meeting, commitment or event; may be given again",
        ["speaker"] = "Key or words of a name of a speaker",
        ["to"] = "Key or words of a name of an addressee",
        ["about"] = "Key or words of a name of an actor named in the content",
        ["actor"] = "Key or words of a name of an actor in any role but about",
        ["with"] = "Key or words of a name of a second actor in any role",
        ["kind"] = "Kind of a statement or commitment, or PLOVER type",
        ["form"] = "direct, indirect or mixed",
        ["status"] = "Status of a meeting, commitment or event",
        ["place"] = "Name of the place of a meeting or event, or country and name such as RUS/Saint Petersburg",
        ["country"] = "ISO 3166-1 alpha-3 code or name of a state: facts that are there or in which it, or somebody of it, takes part",
        ["outlet"] = "Outlet, letter case aside",
        ["report"] = "Short name or hash of a report",
        ["since"] = "First year, month or day",
        ["until"] = "Last year, month or day, inclusive",
        ["on"] = "Year, month or day that the fact is known to and no more exactly",
        ["added"] = "Only facts of reports added after this moment (ISO 8601), to ask for what is new",
        ["duesince"] = "Earliest due date of a commitment: year, month or day",
        ["dueuntil"] = "Latest due date of a commitment, inclusive",
        ["confidence"] = "Least confidence, from 0 to 1",
        ["order"] = "newest, oldest or relevance",
        ["cursor"] = "next of the part before",
        ["limit"] = "Most rows, from 1 to 200",
    };

    private IReadOnlyList<string> Others => others;

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<FactParameters>().FirstOrDefault() is { } parameters)
        {
            operation.Parameters =
            [
                .. parameters.Others.Concat(FactQueryString.Parameters).Select(name => new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Description = Descriptions[name],
                    Schema = new OpenApiSchema { Type = name switch { "limit" => JsonSchemaType.Integer, "confidence" => JsonSchemaType.Number, _ => JsonSchemaType.String } },
                }),
            ];
        }

        return Task.CompletedTask;
    }
}
