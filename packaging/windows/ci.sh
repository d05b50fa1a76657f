#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All that can be known about the Windows programs on Debian 12: cross build,
# suites, packages.  Installs what is missing; ends with "N passed, N failed",
# where each case of the suites and of the packages counts one, and each other
# step one.  A step that does not end is ended, by name.
#   sh packaging/windows/ci.sh NATIVE-BUILD-FOLDER             without the installed program
#   sh packaging/windows/ci.sh --packages NATIVE-BUILD-FOLDER  installs, types, upgrades, removes, too
set -u
cd "$(dirname "$0")/../.."
. tests/count.sh
log=build-windows/ci.log
packages=no
if [ "${1:-}" = --packages ]; then
  packages=yes
  shift
fi
native=${1:-build-test}

# step LIMIT WORDS SCRIPT ARGUMENT...: in at most LIMIT seconds; what fails is
# shown, and counted by the caller
step ()
{
  limit=$1
  words=$2
  shift 2
  echo "== Windows: $words"
  status=0
  timeout -k 20 "$limit" sh "$@" >"$log" 2>&1 || status=$?
  case $status in
    0)
      grep -E '^ *[0-9]+ s  |^Ok:|farthest|^[0-9]+ passed' "$log"
      return 0
      ;;
    124 | 137)
      tail -n 40 "$log"
      echo "Windows: $words: not ended after $limit s"
      WINEPREFIX=$PWD/build-windows/wine wineserver -k 2>/dev/null
      ;;
    *)
      tail -n 80 "$log"
      echo "Windows: $words: failed"
      ;;
  esac
  return 1
}

# part LIMIT WORDS SCRIPT ARGUMENT...: a step that is a case of its own
part ()
{
  if step "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    return 1
  fi
}

# cases COUNTER FILE LIMIT WORDS SCRIPT ARGUMENT...: a step with cases in FILE; one
# that fails has failed, whatever its cases did
cases ()
{
  counter=$1
  file=$2
  shift 2
  before=$failed
  ended=yes
  step "$@" || ended=no
  "$counter" "$file"
  [ $ended = yes ] || [ "$failed" != "$before" ] || failed=$((failed + 1))
}

mkdir -p build-windows
# They are no part of the sources, and take an hour to make.
if ! sh packaging/windows/build.sh --has-libraries; then
  echo "Windows: NOTHING WAS TESTED: its libraries are not beside the sources (packaging/README.md says how to get them)"
  echo "0 passed, 0 failed"
  exit
fi
if part 600 'what must be installed' packaging/install-deps.sh windows &&
  part 900 'cross build' packaging/windows/build.sh; then
  rm -f build-windows/build/meson-logs/testlog.json
  cases count build-windows/build 900 'suites under Wine' packaging/windows/test-suites.sh
  part 120 'bundle' packaging/windows/bundle.sh &&
    part 600 'packages' packaging/windows/package.sh &&
    [ $packages = yes ] &&
    cases count_line "$log" 900 'packages under Wine' packaging/windows/test-package.sh "$native"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
