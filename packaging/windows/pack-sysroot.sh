#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pack-sysroot.sh : from $TOP/w/sysroot (full install) to a lean, relocatable $TOP/sysroot-x86_64-w64-mingw32[.tar.xz]
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd); TOP=${TOP:-$(cd "$HERE/../.." && pwd)/build-windows/made}; W=$TOP/w; SRC=$W/sysroot; N=sysroot-x86_64-w64-mingw32; O=${OUT:-$TOP}/$N; HOST=x86_64-w64-mingw32
rm -rf "$O"; mkdir -p "$O"
cp -a "$SRC/." "$O/"
cd "$O"
rm -f cross.meson
rm -rf share/doc share/man share/gtk-doc share/gettext share/aclocal share/bash-completion share/gdb share/glib-2.0/{codegen,gdb,gettext} share/info \
       share/vala share/gir-1.0 share/thumbnailers share/xml share/gtk-4.0/{gtk4builder.rng,emoji} share/metainfo share/applications share/locale/[!v]* share/locale/vec share/locale/ve \
       lib/*.la lib/cmake var etc/gtk-4.0 libexec CMake share/fontconfig/conf.avail.unused
find . -name '*.a' ! -name '*.dll.a' -delete
rm -rf include/libadwaita-1 include/archive*.h bin/libadwaita* bin/libarchive* lib/libadwaita* lib/libarchive* lib/pkgconfig/libadwaita* lib/pkgconfig/libarchive* share/locale/*/LC_MESSAGES/libadwaita.mo
find share/icons -type d -name apps -prune -exec rm -rf {} + 2>/dev/null || true
( cd bin; for f in *; do case $f in *.dll|gspawn-win64-helper*.exe|gdbus.exe|glib-compile-schemas.exe) ;; *) rm -rf "$f";; esac; done )
# GCC runtime of the compiler which built the DLLs (a newer libstdc++ than bookworm's: poppler and cairo need it)
for d in libgcc_s_seh-1.dll libstdc++-6.dll libwinpthread-1.dll; do
  f=$(chroot "$TOP/trixie" $HOST-gcc-posix -print-file-name=$d); [ -e "$TOP/trixie$f" ] || f=/usr/$HOST/lib/$d
  cp "$TOP/trixie$f" bin/
done
chmod 755 bin/*
$HOST-strip --strip-unneeded bin/*.dll bin/*.exe
$HOST-strip --strip-debug lib/*.dll.a 2>/dev/null || true
# relocatable .pc files: prefix from the file's own place, and nothing else absolute
for f in lib/pkgconfig/*.pc share/pkgconfig/*.pc; do
  [ -e "$f" ] || continue
  sed -i -e 's|^prefix=.*|prefix=${pcfiledir}/../..|' -e "s|$SRC|\${prefix}|g" "$f"
done
cp -a "$HERE/sysroot.md" README.md
mkdir -p licences
for p in "$W"/src/*/; do
  n=$(basename "$p")
  if [ -e "$p/debian/copyright" ]; then cp "$p/debian/copyright" "licences/$n.copyright"; fi
  for c in "$p"/COPYING "$p"/COPYING.LIB "$p"/COPYING.LGPL "$p"/LICENSE "$p"/LICENSE.md "$p"/LICENSE.txt "$p"/gettext-runtime/intl/COPYING.LIB; do
    if [ -f "$c" ]; then cp "$c" "licences/$n.$(basename "$c")"; fi
  done
done
cat > cross.meson.in <<'EOF'
# Template: ./relocate.sh writes cross.meson with this folder's absolute path (meson 1.0.1 has no @DIRNAME@).
# meson setup build-win --cross-file SYSROOT/cross.meson
# Works with Debian bookworm's gcc-mingw-w64-x86-64 (12.2) + meson 1.0.1 and trixie's (14.2) + meson 1.7.
[constants]
sysroot = '@SYSROOT@'
[binaries]
c = 'x86_64-w64-mingw32-gcc-posix'
cpp = 'x86_64-w64-mingw32-g++-posix'
ar = 'x86_64-w64-mingw32-gcc-ar-posix'
nm = 'x86_64-w64-mingw32-gcc-nm-posix'
strip = 'x86_64-w64-mingw32-strip'
windres = 'x86_64-w64-mingw32-windres'
dlltool = 'x86_64-w64-mingw32-dlltool'
pkgconfig = 'pkg-config'
exe_wrapper = 'wine'
glib-compile-resources = 'glib-compile-resources'
glib-compile-schemas = 'glib-compile-schemas'
glib-mkenums = 'glib-mkenums'
glib-genmarshal = 'glib-genmarshal'
gdbus-codegen = 'gdbus-codegen'
[properties]
pkg_config_libdir = [sysroot / 'lib/pkgconfig', sysroot / 'share/pkgconfig']
needs_exe_wrapper = true
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
EOF
cat > relocate.sh <<'EOF'
#!/bin/sh
d=$(cd "$(dirname "$0")" && pwd) && sed "s|@SYSROOT@|$d|" "$d/cross.meson.in" > "$d/cross.meson" && echo "$d/cross.meson"
EOF
chmod 755 relocate.sh
cd "${OUT:-$TOP}";tar -C "${OUT:-$TOP}" --sort=name --owner=0 --group=0 --numeric-owner --mtime=@1735689600 -c $N | XZ_OPT=-T2 xz -6 > $N.tar.xz
du -sh $N | cat; ls -l $N.tar.xz; sha256sum $N.tar.xz
