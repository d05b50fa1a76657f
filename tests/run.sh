#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, runs every suite, and ends with the line
#   N passed, N failed
# where each case of each test program counts one.  Exit status 0 only when
# nothing failed.  A skipped case counts as failed.
#   sh tests/run.sh            all of it
#   sh tests/run.sh --windows  all of it, then as Windows programs under Wine
#   sh tests/run.sh SUITE...   only these suites, without sanitizers and fuzzing
set -eu
cd "$(dirname "$0")/.."

. tests/count.sh

# build FOLDER OPTIONS...: all, or $targets
targets=
build ()
{
  folder=$1
  shift
  # Links several times as fast, where it is there.
  [ -z "$(command -v ld.gold)" ] || set -- "$@" -Dc_link_args=-fuse-ld=gold
  if [ ! -f "$folder/build.ninja" ] && ! log=$(meson setup "$folder" "$@"); then
    echo "$log"
    failed=$((failed + 1))
    return 1
  fi
  if ! ninja -C "$folder" $targets >"$folder/build.log" 2>&1; then
    grep -E -A 8 'error|FAILED' "$folder/build.log" | head -n 60
    echo "$folder: does not build"
    failed=$((failed + 1))
    return 1
  fi
}

# run FOLDER OPTIONS...: what fails is shown whole
run ()
{
  folder=$1
  shift
  rm -f "$folder/meson-logs/testlog.json"
  meson test -C "$folder" --no-rebuild --print-errorlogs "$@" || true
  count "$folder"
}

finish ()
{
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" != 0 ]
  exit
}

windows=no
if [ "${1:-}" = --windows ]; then
  windows=yes
  shift
fi

if ! sh packaging/install-deps.sh test; then
  failed=1
  finish
fi

if [ $# -gt 0 ]; then
  suites=
  for suite in "$@"; do
    suites="$suites --suite $suite"
  done
  build build-test -Dwerror=true && run build-test $suites
  finish
fi

build build-test -Dwerror=true && run build-test

ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
LSAN_OPTIONS=suppressions=$PWD/tests/sanitize.supp:print_suppressions=0
export ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS

# The same once more under AddressSanitizer and UndefinedBehaviorSanitizer.
# Not the window (GTK and its drivers leak by design) and not the house, which
# reads sources only.
if build build-sanitize -Dapp=false -Db_sanitize=address,undefined -Db_lundef=false; then
  run build-sanitize --no-suite house --timeout-multiplier 4
fi

# A short run of every fuzzer, two at once; what it starts from is kept in
# tests/fuzz/corpus.
fuzz ()
{
  mkdir -p "build-fuzz/corpus-$1"
  starts=data/plans
  [ ! -d "tests/fuzz/corpus/$1" ] || starts="$starts tests/fuzz/corpus/$1"
  rm -f "build-fuzz/$1.passed"
  if "build-fuzz/tests/fuzz/$1" -max_total_time=20 -timeout=10 -rss_limit_mb=1024 -close_fd_mask=3 \
    -artifact_prefix="build-fuzz/$1-" "build-fuzz/corpus-$1" $starts >"build-fuzz/$1.log" 2>&1; then
    touch "build-fuzz/$1.passed"
  fi
}

fuzzers=$(cd tests/fuzz && ls fuzz-*.c | sed 's/\.c$//')
targets=$(echo "$fuzzers" | sed 's,^,tests/fuzz/,')
export CC=clang-14
if build build-fuzz -Dapp=false -Db_sanitize=address,undefined -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link; then
  other=
  for name in $fuzzers; do
    fuzz "$name" &
    [ -z "$other" ] || wait "$other"
    other=$!
  done
  wait
  for name in $fuzzers; do
    if [ -f "build-fuzz/$name.passed" ]; then
      passed=$((passed + 1))
      echo "$name: $(tail -n 1 "build-fuzz/$name.log")"
    else
      failed=$((failed + 1))
      tail -n 40 "build-fuzz/$name.log"
    fi
  done
fi

# Nothing of it is left out in silence: only where the libraries for it are not
# there at all it is told, and not counted.
if [ "$windows" = yes ]; then
  unset CC ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS
  log=build-test/windows.log
  mkdir -p build-test
  sh packaging/windows/ci.sh build-test 2>&1 | tee "$log"
  count_line "$log"
fi

finish
