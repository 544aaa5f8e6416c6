namespace Readout.Store.Queries;

/// <summary>A query cannot be understood. The message is a sentence for the user that names the part and the way out.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Takes the filter's name and the sentence.</summary>
    /// <param name="field">Name of the filter, as in an address: <c>since</c>, <c>words</c>.</param>
    /// <param name="message">The sentence.</param>
    public QueryException(string field, string message)
        : base(message) => Field = field;

    /// <summary>For serializers; use the other.</summary>
    public QueryException()
    {
    }

    /// <summary>For serializers; use the other.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>For serializers; use the other.</summary>
    public QueryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Name of the filter; empty where no single one is at fault.</summary>
    public string Field { get; } = "";
}
