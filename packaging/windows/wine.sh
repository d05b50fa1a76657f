# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read after common.sh: a Wine of our own, in the folder of all that we make,
# and a display.  Nothing of it is ever shipped.
need wine:wine wineserver:wine Xvfb:xvfb fc-list:fontconfig $host-gcc-posix:gcc-mingw-w64-x86-64-posix
# Debian has the 64-bit loader in a package of its own.
[ -x /usr/lib/wine/wine64 ] || command -v wine64 >/dev/null 2>&1 ||
  fail "Wine is here without its 64-bit half." "On Debian 12 install, as root: apt-get install --no-install-recommends wine64"

WINEPREFIX=$out/wine
WINEARCH=win64
WINEDEBUG=-all
# No installers of .NET and HTML, no menu entries on this desktop, no debugger.
WINEDLLOVERRIDES='mscoree=;mshtml=;winemenubuilder.exe=;winedbg.exe='
# With GL the window stays blank under Wine.
GSK_RENDERER=cairo
# GLib asks LANG what a program without a console prints in.
LANG=C.UTF-8
LC_ALL=C.UTF-8
# Wine links the Windows user's folders to those of HOME.
HOME=$out/home
XDG_RUNTIME_DIR=$out/runtime
export WINEPREFIX WINEARCH WINEDEBUG WINEDLLOVERRIDES GSK_RENDERER LANG LC_ALL HOME XDG_RUNTIME_DIR
unset LANGUAGE DBUS_SESSION_BUS_ADDRESS GTK_THEME FONTCONFIG_FILE FONTCONFIG_PATH || :
mkdir -p "$XDG_RUNTIME_DIR" "$HOME"
chmod 700 "$XDG_RUNTIME_DIR"

children=
clean_up ()
{
  wineserver -k 2>/dev/null || :
  [ -z "$children" ] || kill $children 2>/dev/null || :
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# A display of our own; Xvfb itself finds a free number.
start_display ()
{
  rm -f "$out/display"
  Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$out/display" >/dev/null 2>&1 &
  children="$children $!"
  for i in $(seq 100); do
    [ ! -s "$out/display" ] || break
    sleep 0.1
  done
  [ -s "$out/display" ] || fail "Xvfb does not start."
  DISPLAY=:$(cat "$out/display")
  export DISPLAY
}

# The fonts that the papers and pictures of the tests are set in on Linux too.
copy_fonts ()
{
  fc-list : file family | grep -E ': (Liberation|Cantarell|DejaVu)' | sed 's/: .*//' | sort -u | while read -r font; do
    cp "$font" "$WINEPREFIX/drive_c/windows/Fonts/"
  done
  for family in 'Liberation Serif' Cantarell; do
    [ -n "$(fc-list "$family")" ] ||
      fail "the font $family is not on this machine." "On Debian 12 install: apt-get install fonts-liberation2 fonts-cantarell"
  done
}

make_prefix ()
{
  [ ! -f "$WINEPREFIX/ready" ] || return 0
  rm -rf "$WINEPREFIX"
  wineboot -i >"$out/wineboot.log" 2>&1 || fail "Wine cannot make its folder; see $out/wineboot.log"
  # Real Windows has a keyboard layout, which GTK reads for Ctrl+letter.
  $host-gcc-posix -shared -O1 -s -o "$WINEPREFIX/drive_c/windows/system32/kbdus.dll" packaging/windows/wine-kbdus.c
  for layout in 00000409 0000042A; do
    wine reg add 'HKLM\System\CurrentControlSet\Control\Keyboard Layouts\'$layout /v 'Layout File' /t REG_SZ /d KBDUS.DLL /f >/dev/null
  done
  wine reg add 'HKCU\Keyboard Layout\Substitutes' /f >/dev/null
  copy_fonts
  # A network drive, by what Windows says of it.
  mkdir -p "$out/network"
  ln -sfn "$out/network" "$WINEPREFIX/dosdevices/n:"
  wine reg add 'HKLM\Software\Wine\Drives' /v n: /t REG_SZ /d network /f >/dev/null
  wine winecfg -v win10 >/dev/null 2>&1
  wineserver -w
  touch "$WINEPREFIX/ready"
}

# The path by which a Windows program knows a file of this machine.
windows_path ()
{
  printf 'Z:%s' "$1" | tr / '\\'
}

# Wine's own processes would hold the output of the test that happened to start
# them, and nobody would see that test's end.
start_wine ()
{
  wineserver -p >/dev/null 2>&1
  $host-gcc-posix -municode -O1 -o "$out/desk.exe" packaging/windows/wine-desk.c
  rm -f "$out/desk"
  wine "$out/desk.exe" "$(windows_path "$out/desk")" >/dev/null 2>&1 </dev/null &
  for i in $(seq 300); do
    [ ! -e "$out/desk" ] || return 0
    sleep 0.1
  done
  fail "Wine has no desktop after 30 seconds."
}

start_display
make_prefix
start_wine
