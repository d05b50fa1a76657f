#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the tree as a whole must be.
. "$(dirname "$0")/tap.sh"

# Everything that is or would be committed; the whole tree where git is not.
files ()
{
  if [ -e .git ] && command -v git >/dev/null 2>&1; then
    git -c safe.directory='*' ls-files --cached --others --exclude-standard
  else
    find . -type f ! -path './.git/*' ! -path './build*' | sed 's|^\./||'
  fi
}

top_level ()
{
  files | sed 's|/.*||' | sort -u | grep -vxE \
    'meson\.build|meson_options\.txt|README\.md|CONTRIBUTING\.md|CHANGELOG\.md|LICENSE|src|data|po|resources|tests|packaging|\..*'
  :
}

# A path of the machine it was written on, in text files.
machine_paths ()
{
  files | grep -v '^tests/house/test-tree\.sh$' |
    xargs grep -nsIE '(^|[^A-Za-z0-9_./-])/(home|work|root|Users)/'
  :
}

scripts ()
{
  files | grep '\.sh$' | while read -r file; do
    sh -n "$file" 2>&1
  done
}

unfinished ()
{
  files | grep -E '^(src|resources|data|po|tests|packaging)/' | grep -v '^tests/house/' |
    xargs grep -nsIwE 'TODO|FIXME|XXX|HACK'
  :
}

check 'the top level is that of the design' top_level
check 'no path of somebody'"'"'s machine' machine_paths
check 'shell scripts can be read' scripts
check 'nothing is marked as unfinished' unfinished
done_testing
