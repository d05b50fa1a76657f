#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The parts that the desktop reads, as they are built.
. "$(dirname "$0")/tap.sh"

built=${TOSO_BUILD_DIR:?}/data
app_id=vn.toso.ToSo

desktop_entry ()
{
  desktop-file-validate "$built/$app_id.desktop"
}

metainfo ()
{
  appstreamcli validate --no-net --no-color "$built/$app_id.metainfo.xml" >"$scratch/appstream" 2>&1 ||
    cat "$scratch/appstream"
}

mime ()
{
  xmllint --noout "data/$app_id.mime.xml"
  xmllint --xpath 'string(//*[local-name()="glob"]/@pattern)' "data/$app_id.mime.xml" | grep -vx '\*\.toso'
  :
}

schema ()
{
  glib-compile-schemas --strict --dry-run data
}

manuals ()
{
  for page in toso.1 toso-cli.1; do
    mandoc -T lint -W warning "data/man/$page" 2>&1
  done
}

check 'the desktop entry is valid' desktop_entry
check 'the AppStream metainfo is valid' metainfo
check 'the MIME type is well-formed' mime
check 'the settings schema is valid' schema
check 'the manual pages are clean' manuals
done_testing
