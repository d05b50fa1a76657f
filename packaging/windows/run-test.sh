#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a test program under Wine.
#   sh packaging/windows/run-test.sh wine PROGRAM.exe ARGUMENT...
# The server of Debian 12's Wine now and then kills a program that has ended
# and is slow to go, all of its cases passed: one run in fifty of some.  A fault
# of the program itself is an exit status there, never a signal.  Such a run
# says nothing, so it is told of and made again, three times at most.
answer=$(mktemp) || exit 99
trap 'rm -f "$answer"' EXIT
for run in 1 2 3; do
  status=0
  "$@" >"$answer" || status=$?
  [ "$status" = 137 ] || break
  echo "killed by Wine's server, run $run: $*" >&2
done
cat "$answer"
exit "$status"
