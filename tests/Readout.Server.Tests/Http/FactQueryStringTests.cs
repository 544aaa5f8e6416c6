using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Readout.Server.Http;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Http;

public sealed class FactQueryStringTests
{
    [Fact]
    public void A_query_survives_the_way_through_its_address()
    {
        var query = new FactQuery
        {
            Words = "\"a & b\" -c+d=e",
            Types = [FactType.Meeting, FactType.Statement],
            Speaker = "person/ana-é",
            To = "x",
            About = "y",
            Actor = "z",
            With = "w",
            Kind = "denial",
            Form = "mixed",
            Status = "in force",
            Outlet = "A & B",
            Place = "NOR/Bod\u00F8",
            Country = "NOR",
            On = "2023-12",
            Report = "8eb030292736",
            Since = "2023",
            Until = "2024-05-06",
            Confidence = 0.25,
            Order = FactOrder.Relevance,
            Cursor = "2023-12-11~5",
            Limit = 7,
        };
        FactQuery back = FactQueryString.Read(new QueryCollection(QueryHelpers.ParseQuery(new Uri("http://x" + FactQueryString.Url("/", query)).Query)), strict: true);
        Assert.Equal(query.Types, back.Types);
        Assert.Equal(query with { Types = [] }, back with { Types = [] });
    }

    [Fact]
    public void What_says_nothing_is_left_out() => Assert.Equal("/", FactQueryString.Url("/", new FactQuery()));
}
