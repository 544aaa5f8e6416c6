using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readout.Server.Http;

namespace Readout.Server.Accounts;

/// <summary>How much one network address may ask of a server that others reach: generous for readers, tight for whoever guesses passwords.</summary>
internal static class RateLimits
{
    private const int SignInsAMinute = 10;
    private const int WritesAMinute = 120;
    private const int ReadsAtOnce = 600;
    private const int ReadsASecond = 100;

    public static void AddServices(IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        limiter.OnRejected = (rejected, _) =>
        {
            int seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, seconds).ToString(CultureInfo.InvariantCulture);
            return new ValueTask(Failures.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too much at once", $"Wait {Math.Max(1, seconds)} seconds and try again."));
        };
    });

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (WriteGuard.Reads(context))
        {
            return RateLimitPartition.GetTokenBucketLimiter("read " + address, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = ReadsAtOnce,
                TokensPerPeriod = ReadsASecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            });
        }

        bool signsIn = context.Request.Path.StartsWithSegments("/login", StringComparison.OrdinalIgnoreCase);
        return RateLimitPartition.GetFixedWindowLimiter((signsIn ? "login " : "write ") + address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = signsIn ? SignInsAMinute : WritesAMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });
    }
}
