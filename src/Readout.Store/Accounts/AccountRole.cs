using System.Text.Json.Serialization;

namespace Readout.Store.Accounts;

/// <summary>What an account may do; each may do what those before it may.</summary>
public enum AccountRole
{
    /// <summary>Reads, and follows.</summary>
    [JsonStringEnumMemberName("reader")]
    Reader,

    /// <summary>Corrects the record.</summary>
    [JsonStringEnumMemberName("editor")]
    Editor,

    /// <summary>Manages accounts and reads the audit trail.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,
}
