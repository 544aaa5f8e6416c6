using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Readout.Server.Assets;

/// <summary>Style, script and icon, from this assembly, under addresses that change with their content.</summary>
internal static class AssetEndpoints
{
    private static readonly Asset Style = Load("desk.css", "text/css; charset=utf-8");
    private static readonly Asset Script = Load("desk.js", "text/javascript; charset=utf-8");
    private static readonly Asset Icon = Load("icon.svg", "image/svg+xml");
    private static readonly Asset World = Make("world.svg", "image/svg+xml", Encoding.UTF8.GetBytes(WorldMap.Draw(new StreamReader(Open("coastlines.tsv")).ReadToEnd())));

    public static string StyleUrl => Style.Url;

    /// <summary>The style itself, for a page that stands alone.</summary>
    public static string StyleText => System.Text.Encoding.UTF8.GetString(Style.Bytes);

    public static string ScriptUrl => Script.Url;

    public static string IconUrl => Icon.Url;

    /// <summary>The coastlines of the world, <see cref="WorldMap.Width"/> by <see cref="WorldMap.Height"/>.</summary>
    public static string WorldUrl => World.Url;

    public static void Map(WebApplication app)
    {
        foreach (Asset asset in (Asset[])[Style, Script, Icon, World])
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
        using Stream stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Make(name, type, bytes);
    }

    private static Stream Open(string name) => typeof(AssetEndpoints).Assembly.GetManifestResourceStream("Readout.Server.Assets." + name)!;

    private static Asset Make(string name, string type, byte[] bytes) => new($"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..10]}/{name}", type, bytes);

    private sealed record Asset(string Url, string Type, byte[] Bytes);
}
