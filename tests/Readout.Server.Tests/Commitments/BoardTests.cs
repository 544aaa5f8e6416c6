using Readout.Commitments;
using Readout.Server.Commitments;
using Readout.Store.Facts;

namespace Readout.Server.Tests.Commitments;

public sealed class BoardTests
{
    [Theory]
    [InlineData("2024-06", null, CommitmentStatus.Planned, "2024-06-30", "Falls due")]
    [InlineData("2024-06", null, CommitmentStatus.Planned, "2024-07-01", "Due date passed")]
    [InlineData("2024-06-30", null, CommitmentStatus.Planned, "2024-06-30", "Falls due")]
    [InlineData("2024-06-30", null, CommitmentStatus.Planned, "2024-07-01", "Due date passed")]
    [InlineData("2023-W49", null, CommitmentStatus.Planned, "2023-12-10", "Falls due")]
    [InlineData("2023-W49", null, CommitmentStatus.Planned, "2023-12-11", "Due date passed")]
    [InlineData(null, "2026", CommitmentStatus.Agreed, "2026-12-31", "Running")]
    [InlineData(null, "2026", CommitmentStatus.Agreed, "2027-01-01", "Over")]
    [InlineData(null, null, CommitmentStatus.Agreed, "2027-01-01", "No date given")]
    [InlineData("2024-06", null, CommitmentStatus.Done, "2027-01-01", "Done")]
    [InlineData(null, "2026", CommitmentStatus.Rejected, "2024-01-01", "Suspended or rejected")]
    public void A_commitment_stands_in_the_column_of_its_date_and_status(string? due, string? end, CommitmentStatus status, string asOf, string expected)
    {
        var commitment = new CommitmentFact
        {
            Id = "8eb030292736-c1",
            Report = new ReportLink("8eb030292736", null, null, null, null, null),
            Day = "",
            Confidence = 1,
            Words = "",
            Action = "",
            Parties = [],
            Kind = CommitmentKind.Promise,
            Status = status,
            Due = due,
            Period = end is null ? null : new Period("2024", end),
        };
        Assert.Equal(expected, Assert.Single(Board.Sort([commitment], DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture))).Heading);
    }
}
