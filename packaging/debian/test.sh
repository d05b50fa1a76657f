#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As root: installs the package of build-debian/, tries it, removes it again.
# Ends with "N passed, N failed".
set -eu
cd "$(dirname "$0")/../.."
package=$(ls build-debian/toso_*.deb 2>/dev/null) || { echo "test.sh: no package; first: sh packaging/debian/build.sh" >&2; exit 1; }
[ "$(id -u)" = 0 ] || { echo "test.sh: installing needs root." >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

check ()
{
  words=$1
  shift
  if "$@" >"$scratch/log" 2>&1; then
    passed=$((passed + 1))
    echo "ok $words"
  else
    failed=$((failed + 1))
    echo "not ok $words"
    tail -n 20 "$scratch/log"
  fi
}

install_it () { DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "./$package" </dev/null; }
check 'installs' install_it
year="$scratch/kế hoạch.toso"
check 'makes a year file' toso-cli new "$year" --plan /usr/share/toso/plans/ngoc-lien-2026.txt
check 'writes the plan' toso-cli paper "$year" plan -o "$scratch/ke-hoach.pdf"
speaks () { LC_ALL=C.UTF-8 toso-cli plan "$scratch/none.toso" 2>&1 | grep -q 'Không có tệp'; }
check 'speaks Vietnamese' speaks
associated () { [ "$(gio mime application/vnd.toso.year | grep -c vn.toso.ToSo.desktop)" -gt 0 ] && gio info -a standard::content-type "$year" | grep -q vnd.toso.year; }
check '.toso opens with it' associated
opens () { timeout 60 xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- sh -c 'GSK_RENDERER=cairo toso "$1" & for i in $(seq 50); do sleep 0.5; xwininfo -root -tree | grep -q "Kế hoạch" && { kill $!; exit 0; }; done; exit 1' sh "$year"; }
check 'its window opens with the plan' opens
remove_it () { DEBIAN_FRONTEND=noninteractive apt-get -q purge -y toso </dev/null; }
check 'is removed' remove_it
gone () { [ ! -e /usr/bin/toso ] && [ ! -e /usr/bin/toso-cli ] && [ ! -e /usr/share/toso ] && [ ! -e /usr/share/applications/vn.toso.ToSo.desktop ]; }
check 'and nothing of it stays' gone
check 'but the year file does' test -f "$year"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
