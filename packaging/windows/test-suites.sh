#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs every suite that needs no window as Windows programs, under Wine.
#   sh packaging/windows/test-suites.sh [MESON-TEST-ARGUMENTS...]
. "$(dirname "$0")/common.sh"
[ -f "$build/build.ninja" ] || fail "nothing is built; first: sh packaging/windows/build.sh"

step 'Wine'
. packaging/windows/wine.sh

step 'the suites without a window'
WINEPATH=$(windows_path "$sysroot/bin")
PANGOCAIRO_BACKEND=fc
# Beside the sources, on the same drive.
TMP=$(windows_path "$out/tmp")
TEMP=$TMP
export WINEPATH PANGOCAIRO_BACKEND TMP TEMP
rm -rf "$out/tmp"
mkdir -p "$out/tmp"

# The programs carry a manifest, by which paths are UTF-8; the tests get it as
# a file beside them.
find "$build/tests" -name '*.exe' | while read -r test; do
  cp "$build/packaging/windows/toso.manifest" "$test.manifest"
done

# meson calls its logs after the wrapper; here they have their common names.
status=0
meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 4 --no-suite app \
  --wrapper "sh $PWD/packaging/windows/run-test.sh" "$@" || status=$?
for ending in json txt; do
  mv "$build/meson-logs/testlog-sh.$ending" "$build/meson-logs/testlog.$ending"
done
[ "$status" = 0 ] || fail "a suite failed; all of it is in $build/meson-logs/testlog.txt"
step
