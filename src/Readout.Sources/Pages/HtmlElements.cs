using System.Collections.Frozen;

namespace Readout.Sources.Pages;

/// <summary>Classes of HTML elements by local name, after the HTML Living Standard (sections 4 and 13.1.2, 15.3 Rendering).</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 " +
        "header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul " +
        "caption amp-accordion amp-sidebar");

    private static readonly FrozenSet<string> Unread = Set(
        "script style noscript template svg math iframe object embed applet select button input textarea video audio canvas head title map picture datalist progress meter noframes noembed rt rp");

    private static readonly FrozenSet<string> SelfClosers = Set(
        "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot colgroup option optgroup rb rt rtc rp html head body");

    private static readonly FrozenSet<string> RawTexts = Set("script style textarea title xmp iframe noembed noframes noscript");

    private static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SelfCloserLookup = SelfClosers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawTextLookup = RawTexts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the element begins and ends a block of text.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Whether the element's content is no text of the page.</summary>
    public static bool IsUnread(string name) => Unread.Contains(name);

    /// <summary>Whether the element is void or its end tag may be left out. Letter case is ignored.</summary>
    public static bool ClosesItself(ReadOnlySpan<char> name) => SelfCloserLookup.Contains(name);

    /// <summary>Whether markup inside the element is text to the parser. Letter case is ignored.</summary>
    public static bool IsRawText(ReadOnlySpan<char> name) => RawTextLookup.Contains(name);

    /// <summary>Whether the parser opens the element anew in the next block where it was left open.</summary>
    public static bool IsFormatting(string name) => Formatting.Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
