#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All that can be known about the Windows programs on Debian 12: cross build,
# suites, packages.  Installs what is missing; ends with "N passed, N failed".
#   sh packaging/windows/ci.sh NATIVE-BUILD-FOLDER
set -u
cd "$(dirname "$0")/../.."
log=build-windows/ci.log
native=${1:-build-test}
passed=0
failed=0

# part WORDS SCRIPT ARGUMENT...: what fails is shown
part ()
{
  words=$1
  shift
  echo "== Windows: $words"
  if sh "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    grep -E '^ *[0-9]+ s  |passed' "$log"
    return 0
  fi
  failed=$((failed + 1))
  tail -n 80 "$log"
  return 1
}

mkdir -p build-windows
if part 'what must be installed' packaging/install-deps.sh windows &&
  part 'cross build' packaging/windows/build.sh; then
  part 'suites under Wine' packaging/windows/test-suites.sh
  part 'bundle' packaging/windows/bundle.sh &&
    part 'packages' packaging/windows/package.sh &&
    part 'packages under Wine' packaging/windows/test-package.sh "$native"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
