namespace Readout.Sources.Evaluation;

/// <summary>Counts over the pages of one set.</summary>
public sealed record ExtractionScore
{
    /// <summary>Name of the set.</summary>
    public required string Set { get; init; }

    /// <summary><c>shipped</c>, which was fitted on these pages, or <c>cross-validated</c>, fitted on pages of other sites.</summary>
    public required string Model { get; init; }

    /// <summary>Pages.</summary>
    public required int Pages { get; init; }

    /// <summary>Wanted segments found.</summary>
    public required int Hits { get; init; }

    /// <summary>Wanted segments missed.</summary>
    public required int Misses { get; init; }

    /// <summary>Unwanted segments in the text.</summary>
    public required int Intrusions { get; init; }

    /// <summary>Sum of the pages' token F1 against whole texts.</summary>
    public required double TokenF1Sum { get; init; }

    /// <summary>Sum of the pages' token F1 against whole texts without figures.</summary>
    public required double TokenF1SumWithoutFigures { get; init; }

    /// <summary>Pages with a whole text.</summary>
    public required int Texts { get; init; }

    /// <summary>Pages whose gold has a publication day.</summary>
    public required int Dates { get; init; }

    /// <summary>Of these, days right.</summary>
    public required int DatesRight { get; init; }

    /// <summary>Of these, days wrong; the rest are missing.</summary>
    public required int DatesWrong { get; init; }

    /// <summary>Pages whose gold has a title.</summary>
    public required int Titles { get; init; }

    /// <summary>Of these, titles right, letters and digits compared.</summary>
    public required int TitlesRight { get; init; }

    /// <summary>Pages whose gold has an author.</summary>
    public required int Authors { get; init; }

    /// <summary>Of these, pages on which every author's name was found.</summary>
    public required int AuthorsRight { get; init; }

    /// <summary>Precision over segments, 0 to 1.</summary>
    public double Precision => Hits + Intrusions == 0 ? 0 : (double)Hits / (Hits + Intrusions);

    /// <summary>Recall over segments, 0 to 1.</summary>
    public double Recall => Hits + Misses == 0 ? 0 : (double)Hits / (Hits + Misses);

    /// <summary>F1 over segments as trafilatura's evaluation counts it, 0 to 1.</summary>
    public double SegmentF1 => Hits == 0 ? 0 : 2.0 * Hits / ((2 * Hits) + Intrusions + Misses);

    /// <summary>Mean token F1, 0 to 1.</summary>
    public double TokenF1 => Texts == 0 ? 0 : TokenF1Sum / Texts;

    /// <summary>Mean token F1 without figures and captions, 0 to 1.</summary>
    public double TokenF1WithoutFigures => Texts == 0 ? 0 : TokenF1SumWithoutFigures / Texts;

    /// <summary>Both together.</summary>
    public static ExtractionScore operator +(ExtractionScore left, ExtractionScore right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static ExtractionScore Add(ExtractionScore left, ExtractionScore right) => left with
    {
        Pages = left.Pages + right.Pages,
        Hits = left.Hits + right.Hits,
        Misses = left.Misses + right.Misses,
        Intrusions = left.Intrusions + right.Intrusions,
        TokenF1Sum = left.TokenF1Sum + right.TokenF1Sum,
        TokenF1SumWithoutFigures = left.TokenF1SumWithoutFigures + right.TokenF1SumWithoutFigures,
        Texts = left.Texts + right.Texts,
        Dates = left.Dates + right.Dates,
        DatesRight = left.DatesRight + right.DatesRight,
        DatesWrong = left.DatesWrong + right.DatesWrong,
        Titles = left.Titles + right.Titles,
        TitlesRight = left.TitlesRight + right.TitlesRight,
        Authors = left.Authors + right.Authors,
        AuthorsRight = left.AuthorsRight + right.AuthorsRight,
    };
}
