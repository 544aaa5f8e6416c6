namespace Readout.Store;

/// <summary>A store cannot be opened, read or written. The message is one or two sentences for the user: which store, why, and the way out.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Takes the sentence for the user.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Takes the sentence for the user and what lies beneath.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For serializers; use the others.</summary>
    public StoreException()
    {
    }
}
