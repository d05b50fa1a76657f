# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read by the other scripts of this folder, with "." and the working folder
# still anywhere.  Leaves us in the root of the sources.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD

host=x86_64-w64-mingw32
# All that these scripts make; nothing outside of it is written.
out=${TOSO_WINDOWS_DIR:-$root/build-windows}
sysroot=$out/sysroot-$host
build=$out/build
bundle=$out/bundle
dist=$out/dist
version=$(sed -n "s/^ *version: '\(.*\)',\$/\1/p;T;q" meson.build)

# fail SENTENCE...: each argument a line
fail ()
{
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  for line in "$@"; do
    printf '  %s\n' "$line" >&2
  done
  exit 1
}

# need PROGRAM:PACKAGE...: everything that is missing is said at once
need ()
{
  programs=
  wanted=
  for pair in "$@"; do
    if ! command -v "${pair%%:*}" >/dev/null 2>&1; then
      programs="$programs ${pair%%:*}"
      wanted="$wanted ${pair#*:}"
    fi
  done
  [ -z "$programs" ] || fail "not on this machine:$programs." \
    "On Debian 12 install what they are in, as root:" \
    "apt-get install --no-install-recommends$(printf '%s\n' $wanted | sort -u | sed 's/^/ /' | tr -d '\n')"
}

# step WORDS...: says how long the step before it took
step_name=
step ()
{
  now=$(date +%s)
  [ -z "$step_name" ] || printf '%5d s  %s\n' $((now - step_start)) "$step_name"
  step_name=$*
  step_start=$now
}
