#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds toso.exe and toso-cli.exe for 64-bit Windows 10 and later, on Debian 12,
# in build-windows/build (TOSO_WINDOWS_DIR names another folder).
#   sh packaging/windows/build.sh [WHAT-NINJA-MAKES...]
#   sh packaging/windows/build.sh --has-libraries    exit status 1 when there are none
#
# The libraries come from a ready sysroot: the file that TOSO_SYSROOT_TARBALL
# names, else ../shared/windows/ beside the sources, else the one that
# packaging/windows/build-sysroot.sh made here.
. "$(dirname "$0")/common.sh"

name=sysroot-$host.tar.xz
tarball=
if [ -n "${TOSO_SYSROOT_TARBALL:-}" ]; then
  [ -f "$TOSO_SYSROOT_TARBALL" ] || fail "no such file: $TOSO_SYSROOT_TARBALL (from TOSO_SYSROOT_TARBALL)."
  tarball=$TOSO_SYSROOT_TARBALL
else
  # A work tree or a clone may be elsewhere than the repository it is of.
  common=$(git -c safe.directory='*' rev-parse --git-common-dir 2>/dev/null || echo .git)
  origin=$(git -c safe.directory='*' config --get remote.origin.url 2>/dev/null || echo .)
  for beside in .. "$common/../.." "${origin%/.git}/.."; do
    [ -n "$tarball" ] || [ ! -f "$beside/shared/windows/$name" ] || tarball=$beside/shared/windows/$name
  done
  [ -n "$tarball" ] || [ ! -f "$out/made/$name" ] || tarball=$out/made/$name
fi
if [ "${1:-}" = --has-libraries ]; then
  [ -n "$tarball" ]
  exit
fi
[ -n "$tarball" ] || fail "the Windows libraries (sysroot) are nowhere to be found." \
  "Put $name into ../shared/windows/, or name it in TOSO_SYSROOT_TARBALL," \
  "or make it, as root and in about 40 minutes: bash packaging/windows/build-sysroot.sh"

need $host-gcc-posix:gcc-mingw-w64-x86-64-posix $host-g++-posix:g++-mingw-w64-x86-64-posix \
  $host-windres:binutils-mingw-w64-x86-64 meson:meson ninja:ninja-build pkg-config:pkgconf msgfmt:gettext \
  glib-compile-resources:libglib2.0-dev-bin glib-compile-schemas:libglib2.0-bin icotool:icoutils xz:xz-utils

mkdir -p "$out"
# Again when the tarball is another one, or the folder has been moved.
mark="$(stat -c '%s %Y' "$tarball") $sysroot 2"
if [ "$(cat "$out/sysroot.mark" 2>/dev/null)" != "$mark" ]; then
  step 'unpack the sysroot'
  rm -rf "$sysroot" "$build"
  tar -xf "$tarball" -C "$out" || fail "cannot unpack $tarball; is it whole, and is there room in $out?"
  [ -x "$sysroot/relocate.sh" ] || fail "$tarball has no $(basename "$sysroot")/relocate.sh; it is not the sysroot of this program."
  "$sysroot/relocate.sh" >/dev/null
  # Windows has two folders of fonts; of these, which are of other systems, the
  # second is /usr/share/fonts on the disk where the program happens to run.
  sed -i '/<dir>~\/.fonts<\/dir>/d; /<dir prefix="xdg">fonts<\/dir>/d' "$sysroot/etc/fonts/fonts.conf"
  echo "$mark" >"$out/sysroot.mark"
fi

# The machine's own .pc files must not be seen.
unset PKG_CONFIG_LIBDIR PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
if [ ! -f "$build/build.ninja" ]; then
  step 'configure'
  meson setup "$build" --cross-file "$sysroot/cross.meson" \
    --prefix / --buildtype debugoptimized -Dwerror=true >"$out/setup.log" 2>&1 ||
    { tail -n 30 "$out/setup.log" >&2; fail "meson setup failed; all of it is in $out/setup.log"; }
fi
step 'cross build'
ninja -C "$build" "$@" >"$out/build.log" 2>&1 ||
  { grep -E -A 8 'error|FAILED' "$out/build.log" | head -n 60 >&2; fail "the cross build failed; all of it is in $out/build.log"; }
step
