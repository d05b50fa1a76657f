#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How the sources are written: STYLE of CONTRIBUTING.md, as far as a machine
# can tell.
. "$(dirname "$0")/tap.sh"

sources ()
{
  find src tests -name '*.[ch]' | sort
}

# Headers keep their columns by hand.
format ()
{
  find src tests -name '*.c' | sort | xargs -r clang-format-14 --dry-run 2>&1 |
    grep ': warning:' | sed 's/ \[-W.*//'
  :
}

long_files ()
{
  wc -l $(sources) | awk '$2 != "total" && $1 > 600 { print $2 ": " $1 " lines" }'
}

# A function's body stands between braces in the first column.
long_functions ()
{
  awk '
    /^\{/ { start = FNR }
    /^\}/ && start { if (FNR - start > 80) print FILENAME ":" start ": " FNR - start " lines"; start = 0 }
  ' $(find src tests -name '*.c')
}

# words PATTERN FILE...: outside of comments and strings
words ()
{
  forbidden=$1
  shift
  awk -v forbidden="$forbidden" '
    FNR == 1 { comment = 0 }
    {
      line = $0
      gsub(/\\"/, "", line)
      gsub(/"[^"]*"/, "\"\"", line)
      gsub(/\/\*[^*]*\*\//, "", line)
      if (comment) {
        if (!sub(/.*\*\//, "", line)) next
        comment = 0
      }
      if (sub(/\/\*.*/, "", line)) comment = 1
      if (line ~ "(^|[^A-Za-z0-9_>.])(" forbidden ")([^A-Za-z0-9_]|$)") print FILENAME ":" FNR ": " $0
    }' "$@"
}

no_licence_line ()
{
  for file in $(sources); do
    head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$file"
  done
}

planted ()
{
  printf '%s\n' "$2" >"$scratch/planted.c"
  words "$1" "$scratch/planted.c"
}

not_portable='(system|popen|fork|vfork|exec[lv]p?e?|sleep|usleep|g_usleep|strdup|asprintf|setlocale) *[(]'
not_ours='goto|g_slice_[a-z]*|gchar|gint|gdouble|gfloat|gshort'

check 'format is that of clang-format 14' format
check 'no file has more than 600 lines' long_files
check 'no function has more than 80 lines' long_functions
check 'every file names its licence' no_licence_line
check 'no call that Windows lacks or that waits' words "$not_portable" $(find src -name '*.[ch]' ! -path src/core/toso-platform.c)
check 'no goto, slice or G-prefixed C type' words "$not_ours" $(find src tests -name '*.[ch]')
catches 'sees a call' 'fork' planted "$not_portable" '  x = fork ();'
catches 'sees a type' 'gint' planted "$not_ours" 'static gint x;'
check 'but not in a comment or a string' planted "$not_portable" '/* system (x) */ const char *s = "fork ()"; /* more
 * sleep (3)
 */'
done_testing
