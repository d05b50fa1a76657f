# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the checks of the house.  A check is a command that prints a line
# for every finding, and nothing when all is well.

cd "${TOSO_SOURCE_DIR:?}" || exit 99
# What programs say is read, so it is to be English.
LANGUAGE=
export LANGUAGE
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
number=0

report ()
{
  number=$((number + 1))
  if [ "$1" = 0 ]; then
    echo "ok $number $2"
  else
    echo "not ok $number $2"
  fi
}

# check NAME COMMAND...: no finding is good
check ()
{
  name=$1
  shift
  if "$@" >"$scratch/findings" 2>&1 && [ ! -s "$scratch/findings" ]; then
    report 0 "$name"
  else
    sed 's/^/  /' "$scratch/findings" >&2
    report 1 "$name"
  fi
}

# catches NAME PATTERN COMMAND...: the command must have a finding that matches
catches ()
{
  name=$1
  pattern=$2
  shift 2
  "$@" >"$scratch/findings" 2>&1
  if grep -q -e "$pattern" "$scratch/findings"; then
    report 0 "$name"
  else
    sed 's/^/  /' "$scratch/findings" >&2
    report 1 "$name"
  fi
}

done_testing ()
{
  echo "1..$number"
}
