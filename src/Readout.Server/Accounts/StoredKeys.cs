using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Readout.Store;

namespace Readout.Server.Accounts;

/// <summary>Keeps the keys of sessions and forms in the store, so that both outlive a restart and nothing is written elsewhere.</summary>
internal sealed class StoredKeys(IRecordStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.Accounts.Keys().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => store.Accounts.AddKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
