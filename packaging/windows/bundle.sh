#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Collects in build-windows/bundle a folder that runs on any 64-bit Windows 10
# or later: the two programs, the DLLs that their import tables lead to, and
# what GTK reads at run time.
. "$(dirname "$0")/common.sh"
need $host-objdump:binutils-mingw-w64-x86-64 $host-objcopy:binutils-mingw-w64-x86-64 $host-strip:binutils-mingw-w64-x86-64 \
  glib-compile-schemas:libglib2.0-bin gtk4-update-icon-cache:libgtk-4-bin msgfmt:gettext fc-list:fontconfig

adwaita=/usr/share/icons/Adwaita
liberation=/usr/share/fonts/truetype/liberation2
[ -d "$adwaita" ] || fail "no icon theme in $adwaita." "On Debian 12 install: apt-get install adwaita-icon-theme"
[ -f "$liberation/LiberationSerif-Regular.ttf" ] || fail "no Liberation Serif in $liberation." \
  "On Debian 12 install: apt-get install fonts-liberation2"
[ -f "$build/src/app/toso.exe" ] || fail "nothing is built; first: sh packaging/windows/build.sh"
largest=60 # MB

step 'bundle: programs and DLLs'
rm -rf "$bundle"
mkdir -p "$bundle/bin"
cp "$build/src/app/toso.exe" "$build/src/cli/toso-cli.exe" "$bundle/bin/"
# GLib starts other programs (a mail program, a PDF reader) through these.
cp "$sysroot/bin/gspawn-win64-helper.exe" "$sysroot/bin/gspawn-win64-helper-console.exe" "$bundle/bin/"

# Each round adds what the files of the last one import; a name that neither we
# nor Windows have would be found by nobody but the office.
windows_own='advapi32|bcrypt|cfgmgr32|comctl32|comdlg32|crypt32|d2d1|d3d11|d3d12|dcomp|dnsapi|dwmapi|dwrite|dxgi|gdi32|gdiplus|hid|imm32|iphlpapi|kernel32|mpr|msimg32|msvcrt|ncrypt|netapi32|ntdll|ole32|oleaut32|opengl32|propsys|rpcrt4|runtimeobject|secur32|setupapi|shcore|shell32|shlwapi|user32|userenv|usp10|uxtheme|version|windowscodecs|winmm|winspool\.drv|ws2_32|api-ms-win-[a-z0-9-]*'
round=$(ls "$bundle/bin")
while [ -n "$round" ]; do
  next=
  for file in $round; do
    for dll in $($host-objdump -p "$bundle/bin/$file" | awk '/DLL Name:/ { print $3 }'); do
      [ ! -e "$bundle/bin/$dll" ] || continue
      if [ -e "$sysroot/bin/$dll" ]; then
        cp "$sysroot/bin/$dll" "$bundle/bin/"
        next="$next $dll"
      elif ! echo "$dll" | grep -qiE "^($windows_own)(\.dll)?\$"; then
        fail "$file needs $dll, which neither the sysroot nor Windows has."
      fi
    done
  done
  round=$next
done
# Kept aside: what a crash report from an office is read with.
mkdir -p "$out/symbols"
for program in toso toso-cli; do
  $host-objcopy --only-keep-debug "$bundle/bin/$program.exe" "$out/symbols/$program.debug"
done
$host-strip --strip-unneeded "$bundle"/bin/*.dll "$bundle"/bin/*.exe

step 'bundle: data'
share=$bundle/share
mkdir -p "$share/glib-2.0/schemas" "$share/toso/plans" "$share/fonts" "$share/icons/hicolor" "$bundle/etc"
cp "$sysroot"/share/glib-2.0/schemas/*.xml data/*.gschema.xml "$share/glib-2.0/schemas/"
glib-compile-schemas --strict "$share/glib-2.0/schemas"
rm -f "$share"/glib-2.0/schemas/*.xml
cp data/plans/*.txt "$share/toso/plans/"

# GTK's and GLib's own words in Vietnamese too, or its file dialogs speak English.
catalogues=$share/locale/vi/LC_MESSAGES
mkdir -p "$catalogues"
msgfmt -o "$catalogues/toso.mo" po/vi.po
for domain in gtk40 glib20 gdk-pixbuf; do
  cp "$sysroot/share/locale/vi/LC_MESSAGES/$domain.mo" "$catalogues/"
done

# Fontconfig sets the papers.  Times New Roman comes from Windows; where an
# edition has none, Liberation Serif has the same widths.
cp -RL "$sysroot/etc/fonts" "$bundle/etc/"
cp "$liberation"/LiberationSerif-*.ttf "$share/fonts/"
cat >"$bundle/etc/fonts/local.conf" <<'END'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">../../share/fonts</dir>
</fontconfig>
END

# No SVG loader: pictures of one colour, as PNG, and our own icon.
theme=$share/icons/Adwaita
folders=
for size in 16x16 24x24 32x32; do
  for folder in "$adwaita/$size"/*/; do
    kind=$(basename "$folder")
    [ "$kind" != legacy ] || continue
    ls "$folder"*.symbolic.png >/dev/null 2>&1 || continue
    mkdir -p "$theme/$size/$kind"
    cp "$folder"*.symbolic.png "$theme/$size/$kind/"
    folders="$folders $size/$kind"
  done
done
{
  printf '[Icon Theme]\nName=Adwaita\nInherits=hicolor\nDirectories=%s\n' "$(echo $folders | tr ' ' ,)"
  for folder in $folders; do
    printf '\n[%s]\nSize=%s\nType=Fixed\n' "$folder" "${folder%%x*}"
  done
} >"$theme/index.theme"
for size in 16x16 24x24 32x32 48x48 64x64 128x128 256x256; do
  mkdir -p "$share/icons/hicolor/$size/apps"
  cp data/icons/$size/*.png "$share/icons/hicolor/$size/apps/"
done
cp /usr/share/icons/hicolor/index.theme "$share/icons/hicolor/"
gtk4-update-icon-cache -q -f "$theme"
gtk4-update-icon-cache -q -f "$share/icons/hicolor"

step 'bundle: licences'
mkdir -p "$bundle/licences"
cp LICENSE "$bundle/licences/toso.txt"
# Those of the sysroot, but for libraries that we do not link.
find "$sysroot/licences" -type f ! -name "libadwaita*" ! -name "libarchive*" -exec cp {} "$bundle/licences/" \;
cp "$sysroot/README.md" "$bundle/licences/libraries.md"
cp /usr/share/doc/fonts-liberation2/copyright "$bundle/licences/fonts-liberation2.copyright"
cp /usr/share/doc/adwaita-icon-theme/copyright "$bundle/licences/adwaita-icon-theme.copyright"
sed 's/$/\r/' packaging/windows/doc-truoc.txt >"$bundle/DOC-TRUOC.txt"

size=$(du -sm --apparent-size "$bundle" | cut -f 1)
step
echo "$bundle: $size MB, $(ls "$bundle/bin" | wc -l) files in bin"
[ "$size" -le $largest ] || fail "the bundle has $size MB, more than $largest."
