using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readout.Server.Http;

namespace Readout.Server.Api;

/// <summary>Marks an endpoint that takes every filter of a fact query, and describes the filters to OpenAPI.</summary>
internal sealed class FactParameters
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
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
        ["outlet"] = "Outlet, letter case aside",
        ["report"] = "Short name or hash of a report",
        ["since"] = "First year, month or day",
        ["until"] = "Last year, month or day, inclusive",
        ["added"] = "Only facts of reports added after this moment (ISO 8601), to ask for what is new",
        ["duesince"] = "Earliest due date of a commitment: year, month or day",
        ["dueuntil"] = "Latest due date of a commitment, inclusive",
        ["confidence"] = "Least confidence, from 0 to 1",
        ["order"] = "newest, oldest or relevance",
        ["cursor"] = "next of the part before",
        ["limit"] = "Most rows, from 1 to 200",
    };

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<FactParameters>().Any())
        {
            operation.Parameters =
            [
                .. FactQueryString.Parameters.Select(name => new OpenApiParameter
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
