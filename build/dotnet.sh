# Functions that the scripts at the root share; sourced, not run. Expects $root.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# Ends with one sentence where the .NET 10 SDK is missing.
require_dotnet() {
    if ! command -v dotnet >/dev/null 2>&1 || ! (cd "$root" && dotnet --version 2>/dev/null | grep -q '^10\.'); then
        echo "readout: install the .NET 10 SDK first (Debian and Ubuntu: apt-get install dotnet-sdk-10.0; others: https://dotnet.microsoft.com/download/dotnet/10.0)." >&2
        exit 1
    fi
}

# is_stale STAMP DIR... : whether a source is newer than the stamp or the stamp is missing.
is_stale() {
    stamp=$1
    shift
    [ -e "$stamp" ] || return 0
    newer=$(find "$@" "$root"/Directory.*.props "$root/global.json" \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print 2>/dev/null | head -n 1)
    [ -n "$newer" ]
}

# build_quietly PROJECT : a release build that prints only when it fails.
build_quietly() {
    log=$(mktemp)
    if ! dotnet build "$1" -c Release --nologo -v quiet -clp:NoSummary >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        echo "readout: the build failed; the lines above say where." >&2
        exit 1
    fi
    rm -f "$log"
}
