#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The layers hold: a table and a regular expression over the includes, because
# a header-only include slips past the linker.
. "$(dirname "$0")/tap.sh"

table=$TOSO_SOURCE_DIR/tests/house/layers.awk

layers ()
{
  files=$(find src -name '*.[ch]' | sort)
  [ -n "$files" ] || echo 'no sources'
  awk -f "$table" $files
}

# planted FILE LINE: what the check says of one line in one file
planted ()
{
  mkdir -p "$scratch/src/core" "$(dirname "$scratch/$1")"
  printf '%s\n' "$2" >"$scratch/$1"
  (cd "$scratch" && layers)
  rm -r "$scratch/src"
}

# Names that two layers both define: no program could be linked with both.
shared_names ()
{
  nm -A --defined-only "$@" | awk '$2 ~ /^[TDBR]$/ { print $3 }' | sort | uniq -d
}

libraries=$(find "${TOSO_BUILD_DIR:?}/src" -name 'lib*.a')

check 'every include keeps to the layers' layers

catches 'sees GTK below app' 'core may not see <gtk/gtk.h>' \
  planted src/core/a.c '#include <gtk/gtk.h>'
catches 'sees SQLite outside store' 'report may not see <sqlite3.h>' \
  planted src/report/a.h '#include <sqlite3.h>'
catches 'sees cairo in store' 'store may not see <cairo.h>' \
  planted src/store/a.c '# include <cairo.h>'
catches 'sees a layer that looks up' 'chart may not see core' \
  planted src/chart/a.c '#include "core/toso-text.h"'
catches 'sees the CLI in app' 'app may not see cli' \
  planted src/app/a.c '#include "cli/toso-cli.h"'
catches 'sees a private header from outside' 'a private header of store' \
  planted src/report/a.c '#include "store/toso-db-private.h"'
catches 'sees an include not written from src/' 'written from src' \
  planted src/core/a.c '#include "toso-text.h"'
catches 'sees the operating system' 'operating system' \
  planted src/store/a.c '#include <unistd.h>'
check 'lets the platform file see it' planted src/core/toso-platform.c '#include <unistd.h>'
check 'lets a layer see its own private header' \
  planted src/store/a.c '#include "store/toso-db-private.h"'
check 'no name is defined in two layers' shared_names $libraries
catches 'sees a name in two layers' toso_ shared_names $libraries $libraries
done_testing
