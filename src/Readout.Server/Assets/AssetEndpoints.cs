using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Readout.Server.Assets;

/// <summary>Style, script and icon, from this assembly, under addresses that change with their content.</summary>
internal static class AssetEndpoints
{
    private static readonly Asset Style = Load("desk.css", "text/css; charset=utf-8");
    private static readonly Asset Script = Load("desk.js", "text/javascript; charset=utf-8");
    private static readonly Asset Icon = Load("icon.svg", "image/svg+xml");

    public static string StyleUrl => Style.Url;

    public static string ScriptUrl => Script.Url;

    public static string IconUrl => Icon.Url;

    public static void Map(WebApplication app)
    {
        foreach (Asset asset in (Asset[])[Style, Script, Icon])
        {
            app.MapGet(asset.Url, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(asset.Bytes, asset.Type);
            }).ExcludeFromDescription();
        }
    }

    private static Asset Load(string name, string type)
    {
        using Stream stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream("Readout.Server.Assets." + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        return new Asset($"/assets/{hash}/{name}", type, bytes);
    }

    private sealed record Asset(string Url, string Type, byte[] Bytes);
}
