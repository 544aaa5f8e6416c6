using Readout.Commitments;
using Readout.Server.Layout;
using Readout.Store.Facts;

namespace Readout.Server.Tests.Layout;

/// <summary>Found words are shown in brackets here, the words of what is to be done in braces.</summary>
public sealed class MarkedWordsTests
{
    [Theory]
    [InlineData("Quendria will reopen the port by June, it said.", null, "Quendria will {reopen the port} by June, it said.")]
    [InlineData("The plan is old. … Quendria will reopen the port. … Nobody objected.", null, "Quendria will {reopen the port}.")]
    [InlineData("The plan is old. … Nobody objected.", null, "The plan is old.")]
    [InlineData("Quendria will reopen the port.", "Quendria will reopen \u0002the port\u0003.", "Quendria will {reopen }{[the port]}.")]
    [InlineData("Quendria will reopen the port. … The plan is old. … Nobody came.", "Quendria will reopen the port. … The \u0002plan\u0003 is old. … Nobody came.", "Quendria will {reopen the port}. … The [plan] is old.")]
    [InlineData("Quendria will reopen the port by June, if nobody objects, it said.", null, "Quendria will {reopen the port} by …", 36)]
    public void A_commitment_shows_what_is_to_be_done(string words, string? highlighted, string expected, int most = 600)
    {
        var fact = new CommitmentFact
        {
            Id = "8eb030292736-c1",
            Report = new ReportLink("8eb030292736", null, null, null, null, null),
            Day = "",
            Confidence = 1,
            Words = words,
            Highlighted = highlighted,
            Action = "reopen the port",
            Parties = [],
            Kind = CommitmentKind.Promise,
            Status = CommitmentStatus.Planned,
        };
        Assert.Equal(expected, string.Concat(MarkedWords.Of(fact, most).Select(Shown)));
    }

    private static string Shown(WordRun run)
    {
        string text = run.IsFound ? $"[{run.Text}]" : run.Text;
        return run.IsAction ? $"{{{text}}}" : text;
    }
}
