#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every string that a person sees is in po/vi.po, translated.
. "$(dirname "$0")/tap.sh"

listed ()
{
  grep -v '^#' po/POTFILES.in | grep .
}

# Files with something to translate.
translatable ()
{
  {
    grep -lE '(^|[^A-Za-z0-9_])(N?C?_|ngettext|g_dngettext|g_dpgettext2?) *\(' $(find src -name '*.c' -o -name '*.h')
    [ ! -d resources ] || grep -rlE 'translatable="(yes|true|1)"' resources
    find data -name '*.desktop.in*' -o -name '*.metainfo.xml.in*'
    grep -lsE '<(summary|description)>' data/*.gschema.xml
    find data -name '*.xml.in'
  } | sort -u
}

potfiles_sorted ()
{
  listed | LC_ALL=C sort -uc 2>&1
  for file in $(listed); do
    [ -f "$file" ] || echo "$file is listed but not there"
  done
}

potfiles_complete ()
{
  translatable >"$scratch/translatable"
  listed | sort -u >"$scratch/listed"
  sed 's/$/ is not listed in po\/POTFILES.in/' <<END | grep '^..* is'
$(LC_ALL=C comm -23 "$scratch/translatable" "$scratch/listed")
END
  :
}

vi_complete ()
{
  LC_ALL=C msgfmt --check --statistics -o /dev/null po/vi.po 2>&1 | grep -E 'fuzzy|untranslated|error|fatal'
  :
}

# Strings in the sources that vi.po lacks.
vi_fresh ()
{
  xgettext --from-code=UTF-8 --add-comments --no-location --package-name=toso \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dngettext:2,3 --keyword=ngettext:1,2 --keyword=g_dpgettext2:2c,3 \
    --files-from=po/POTFILES.in -o "$scratch/toso.pot" 2>&1 | grep -v 'warning'
  [ -s "$scratch/toso.pot" ] || echo 'nothing was extracted'
  msgmerge --quiet --no-fuzzy-matching --no-wrap po/vi.po "$scratch/toso.pot" |
    msgattrib --untranslated --no-obsolete --no-wrap | grep -A 1 '^msgid ' | grep -vxE 'msgid ""|msgstr ""|--'
  :
}

check 'POTFILES.in is sorted and its files are there' potfiles_sorted
check 'POTFILES.in has every file with strings' potfiles_complete
check 'vi.po is complete, nothing fuzzy' vi_complete
check 'vi.po has every string of the sources' vi_fresh
done_testing
