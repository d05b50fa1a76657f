# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read by the scripts that run suites, with ".".

passed=0
failed=0

# count FOLDER: counts the cases of a finished build folder's tests into passed
# and failed, and says which failed.  In meson's log each line is one test
# program, with its TAP output as a JSON string; a program that dies, or that
# has no TAP, is one case.
count ()
{
  if [ ! -f "$1/meson-logs/testlog.json" ]; then
    echo "$1: no test was run"
    failed=$((failed + 1))
    return 0
  fi
  totals=$(awk -v where="$1" '
    {
      name = $0; sub(/.*"name": "/, "", name); sub(/".*/, "", name)
      result = $0; sub(/.*"result": "/, "", result); sub(/".*/, "", result)
      good = gsub(/(\\n|")ok [0-9]/, "&"); bad = gsub(/(\\n|")not ok [0-9]/, "&")
      skipped = gsub(/ # SKIP/, "&")
      good -= skipped; bad += skipped
      if (result == "OK" && good + bad == 0) good = 1
      if (result != "OK" && bad == 0) bad = 1
      if (bad > 0 || result != "OK")
        printf "%s: %s: %s, %d failed\n", where, name, result, bad >"/dev/stderr"
      passed += good; failed += bad
    }
    END { print passed + 0, failed + 0 }' "$1/meson-logs/testlog.json")
  passed=$((passed + ${totals% *}))
  failed=$((failed + ${totals#* }))
}

# count_line FILE: adds what the last line of FILE says, "N passed, N failed"
count_line ()
{
  totals=$(tail -n 1 "$1" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
  [ -n "$totals" ] || totals='0 1'
  passed=$((passed + ${totals% *}))
  failed=$((failed + ${totals#* }))
}
