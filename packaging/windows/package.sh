#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From the bundle to what a person downloads, in build-windows/dist: the
# installer, the portable zip, and their SHA-256 sums.
#   sh packaging/windows/package.sh
#
# Signed when TOSO_SIGN is a command that signs, in place, the file that it is
# given; packaging/README.md shows one.
. "$(dirname "$0")/common.sh"
need makensis:nsis zip:zip sha256sum:coreutils
[ -f "$bundle/bin/toso.exe" ] || fail "no bundle; first: sh packaging/windows/bundle.sh"

name=toso-$version-windows-x64
rm -rf "$dist"
mkdir -p "$dist"

if [ -n "${TOSO_SIGN:-}" ]; then
  step 'sign the programs'
  for program in "$bundle"/bin/toso.exe "$bundle"/bin/toso-cli.exe; do
    $TOSO_SIGN "$program" || fail "TOSO_SIGN failed on $program; nothing is packed."
  done
fi

# The same files give the same zip: one time for all, sorted, no extras.
step 'portable zip'
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
rm -rf "$out/zip"
mkdir -p "$out/zip"
cp -R "$bundle" "$out/zip/$name"
find "$out/zip" -exec touch -h -d "@$epoch" {} +
(cd "$out/zip" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -q -X -9 "$dist/$name-portable.zip" -@)
rm -rf "$out/zip"

step 'installer'
kilobytes=$(du -sk --apparent-size "$bundle" | cut -f 1)
# Twice the size: an older version stays until the new one is whole.
makensis -V2 -DVERSION="$version" -DBUNDLE="$bundle" -DOUT="$dist/$name-setup.exe" \
  -DICON="$build/packaging/windows/toso.ico" -DKILOBYTES="$kilobytes" -DSIZE=$((kilobytes / 1024 + 20)) \
  ${TOSO_SIGN:+-DSIGN="$TOSO_SIGN"} packaging/windows/toso.nsi >"$out/makensis.log" 2>&1 ||
  { tail -n 20 "$out/makensis.log" >&2; fail "makensis failed; all of it is in $out/makensis.log"; }
! grep -i warning "$out/makensis.log" >&2 || fail "makensis warns; see $out/makensis.log"

step 'SHA-256'
(cd "$dist" && sha256sum -- *.exe *.zip >SHA256SUMS-windows)
step
ls -l "$dist"
