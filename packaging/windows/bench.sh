#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From start to the first frame with the plan, against a bare GTK window, by
# turns, under Wine.  Exit status 1 when the ratio is above 1.5.
. "$(dirname "$0")/common.sh"
[ -f "$build/tests/bench/first-frame.exe" ] || fail "nothing is built; first: sh packaging/windows/build.sh"
. packaging/windows/wine.sh

year=$out/bench.toso
WINEPATH=$(windows_path "$sysroot/bin")
TOSO_SOURCE_DIR=$(windows_path "$root")
GSETTINGS_BACKEND=memory
PANGOCAIRO_BACKEND=fc
export WINEPATH TOSO_SOURCE_DIR GSETTINGS_BACKEND PANGOCAIRO_BACKEND
rm -f "$year"
wine "$build/src/cli/toso-cli.exe" new "$(windows_path "$year")" --plan "$(windows_path "$root/data/plans/ngoc-lien-2026.txt")" >/dev/null 2>&1

milliseconds ()
{
  start=$(date +%s%N)
  wine "$@" >/dev/null 2>&1
  echo $((($(date +%s%N) - start) / 1000000))
}
first_frame ()
{
  for i in 1 2 3 4 5 6 7; do
    echo "bare $(milliseconds "$build/tests/bench/bare-window.exe")"
    echo "ours $(milliseconds "$build/tests/bench/first-frame.exe" "$(windows_path "$year")")"
  done | sort -k 1,1 -k 2,2n | awk '{ t[$1, ++n[$1]] = $2 } END {
    printf "first frame with the plan: %d ms, a bare window: %d ms, ratio %.2f (at most 1.5)\n", t["ours", 4], t["bare", 4], t["ours", 4] / t["bare", 4]
    exit t["ours", 4] > 1.5 * t["bare", 4] }'
}
first_frame
