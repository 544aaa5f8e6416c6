using System.Buffers.Binary;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>
/// The numbered migrations of a SQLite store. A store's version is its <c>user_version</c>; its <c>application_id</c> says that
/// it is Readout's. Migrations only go forward, each in a transaction of its own with its version.
/// </summary>
internal static class SqliteSchema
{
    // "RDOT" in ASCII, at offset 68 of the file (SQLite file format, section 1.3.19).
    private const int ApplicationId = 0x52444F54;
    private const string Folder = "Readout.Store.Migrations.Sqlite.";

    /// <summary>Version that this program writes.</summary>
    public static int Current { get; } = Scripts().Count;

    /// <summary>Reads the first 100 bytes of the file, and nothing else, so that a store that is refused stays untouched.</summary>
    /// <exception cref="StoreException">It is no store, or one of a newer version.</exception>
    public static void CheckFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            return;
        }

        Span<byte> header = stackalloc byte[100];
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith("SQLite format 3\0"u8))
            {
                throw new StoreException($"{path} is no store of Readout (it is not an SQLite database); name another file with --store FILE");
            }
        }

        int version = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        int application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        if (application != ApplicationId && (application != 0 || version != 0))
        {
            throw new StoreException($"{path} is an SQLite database of another program; name another file with --store FILE");
        }

        CheckVersion(path, version);
    }

    /// <summary>Brings the store to the current version.</summary>
    /// <exception cref="StoreException">It is of a newer version, or of another program.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        int version = connection.ExecuteScalar<int>("pragma user_version");
        CheckVersion(path, version);
        if (version == Current)
        {
            return;
        }

        int tables = connection.ExecuteScalar<int>("select count(*) from sqlite_schema");
        if (version == 0 && tables > 0)
        {
            throw new StoreException($"{path} is an SQLite database of another program; name another file with --store FILE");
        }

        foreach ((int number, string sql) in Scripts())
        {
            Apply(connection, number, sql);
        }
    }

    // Another process may migrate at the same time: the version is read again once the write lock is held.
    private static void Apply(SqliteConnection connection, int number, string sql)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        if (connection.ExecuteScalar<int>("pragma user_version", transaction: transaction) >= number)
        {
            return;
        }

        connection.Execute(sql, transaction: transaction);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {number}; pragma application_id = {ApplicationId}"), transaction: transaction);
        transaction.Commit();
    }

    private static void CheckVersion(string path, int version)
    {
        if (version > Current)
        {
            throw new StoreException(
                $"{path} was written by a newer Readout (store version {version}, this program knows up to {Current}); nothing was changed: "
                + "update Readout, or name another file with --store FILE");
        }
    }

    private static List<(int Number, string Sql)> Scripts()
    {
        Assembly assembly = typeof(SqliteSchema).Assembly;
        var scripts = new List<(int, string)>();
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            int number = int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture);

            // Two migrations of one number, made side by side, would leave one of them out for ever.
            scripts.Add(number == scripts.Count + 1 ? (number, reader.ReadToEnd()) : throw new InvalidOperationException($"{name} should be migration {scripts.Count + 1}; renumber it"));
        }

        return scripts;
    }
}
