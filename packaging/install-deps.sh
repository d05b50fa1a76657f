#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs with apt the Debian packages that are missing, and says which.
#   install-deps.sh run    to build the program and to open its window
#   install-deps.sh test   also to test it
#   install-deps.sh windows   also to build and test it for Windows
#   install-deps.sh debian    also to make and check the Debian package
# Does nothing, and needs no rights, when all of them are there.
set -eu

purpose=${1:-run}

# Compiler and build tools; libraries; what a window needs to look right.
packages='gcc libc6-dev meson ninja-build pkgconf gettext
libglib2.0-dev libgtk-4-dev libsqlite3-dev libpoppler-glib-dev libjansson-dev
libnss3-dev libzip-dev libexpat1-dev libxlsxwriter-dev
fonts-liberation2 fonts-cantarell adwaita-icon-theme librsvg2-common shared-mime-info'

if [ "$purpose" != run ]; then
  # A display and an accessibility bus for the window; readers of what we
  # write; checkers of the house; a fuzzer.
  packages="$packages
xvfb xauth dbus dbus-daemon at-spi2-core libatspi2.0-dev libxtst-dev
poppler-utils libnss3-tools libicu-dev
desktop-file-utils appstream libxml2-utils mandoc clang-format-14
clang-14 libclang-rt-14-dev"
fi
case $purpose in
  windows)
    # A compiler, makers of icon, zip and installer; Wine to run what they make.
    packages="$packages
gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64
libglib2.0-bin libglib2.0-dev-bin libgtk-4-bin icoutils xz-utils zip nsis
wine wine64 openbox imagemagick fontconfig fonts-dejavu-core"
    ;;
  debian)
    packages="$packages
debhelper dpkg-dev fakeroot lintian"
    ;;
esac
packages=$(echo $packages)

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
  echo "Máy này không có apt. Hãy tự cài các gói tương ứng của:"
  echo "(no apt here; install what corresponds to these Debian packages:)"
  echo "  $packages"
  # Somebody who has them under other names may go on.
  command -v meson >/dev/null 2>&1 && exit 0
  exit 1
fi

missing=
for package in $packages; do
  case $(dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null) in
    *'ok installed'*) ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root='env'
elif command -v sudo >/dev/null 2>&1; then
  as_root='sudo env'
else
  echo "Còn thiếu các gói sau, mà ở đây không có quyền quản trị (no root, no sudo). Nhờ quản trị máy chạy:" >&2
  echo "  apt-get install$missing" >&2
  exit 1
fi

echo "Cài các gói Debian còn thiếu (installing with apt):$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for step in 'update' "install -y --no-install-recommends $missing"; do
  if ! $as_root DEBIAN_FRONTEND=noninteractive apt-get -q $step >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    echo "Không cài được (apt-get $step). Kiểm tra mạng và nguồn gói rồi chạy lại." >&2
    exit 1
  fi
done
