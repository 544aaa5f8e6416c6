namespace Readout.Sources.Pages;

/// <summary>Elements above a block that say what it is part of; header to list count only beside the main text.</summary>
internal record struct AncestorTags
{
    public bool Header { get; private set; }

    public bool Footer { get; private set; }

    public bool Navigation { get; private set; }

    public bool Aside { get; private set; }

    public bool Figure { get; private set; }

    public bool Form { get; private set; }

    public bool Table { get; private set; }

    public bool List { get; private set; }

    public bool Article { get; private set; }

    public bool ArticleAround { get; private set; }

    public bool Main { get; private set; }

    /// <summary>Notes one ancestor.</summary>
    /// <param name="name">Local name.</param>
    /// <param name="isAround">Whether it holds most of the page's running text.</param>
    public void Add(string name, bool isAround)
    {
        switch (name)
        {
            case "article":
                Article |= !isAround;
                ArticleAround |= isAround;
                break;
            case "main":
                Main = true;
                break;
            case "header" when !isAround:
                Header = true;
                break;
            case "footer" when !isAround:
                Footer = true;
                break;
            case "nav" when !isAround:
                Navigation = true;
                break;
            case "aside" when !isAround:
                Aside = true;
                break;
            case "figure" or "figcaption" when !isAround:
                Figure = true;
                break;
            case "form" when !isAround:
                Form = true;
                break;
            case "table" when !isAround:
                Table = true;
                break;
            case "ul" or "ol" or "dl" when !isAround:
                List = true;
                break;
        }
    }
}
