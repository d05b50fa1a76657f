#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As root: builds this tree without a warning, and runs its suites, on Debian 13
# (GTK 4.18), in a chroot that it makes in build-trixie/ and keeps.
#   sh packaging/debian/trixie.sh [MESON-TEST-ARGUMENTS...]
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
chroot=${TOSO_TRIXIE_DIR:-$root/build-trixie}
command -v debootstrap >/dev/null 2>&1 || { echo "trixie.sh: install debootstrap first, as root: apt-get install debootstrap" >&2; exit 1; }
[ "$(id -u)" = 0 ] || { echo "trixie.sh: a chroot needs root." >&2; exit 1; }
# The mirror that this machine's apt uses.
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' 'Origin: Debian' | awk '$2 !~ /security/ { print $1; exit }')}
[ -n "$mirror" ] || { echo "trixie.sh: apt names no Debian mirror here; give one: MIRROR=ADDRESS sh packaging/debian/trixie.sh" >&2; exit 1; }

# With a locale, for its C library has no Vietnamese under "C.UTF-8".
if [ ! -e "$chroot/made" ]; then
  [ -x "$chroot/usr/bin/apt-get" ] || debootstrap --variant=minbase trixie "$chroot" "$mirror"
  cp /etc/resolv.conf "$chroot/etc/resolv.conf"
  printf 'deb %s trixie main\n' "$mirror" >"$chroot/etc/apt/sources.list"
  chroot "$chroot" sh -c 'apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
    gcc libc6-dev meson ninja-build pkgconf gettext git \
    libglib2.0-dev libgtk-4-dev libsqlite3-dev libpoppler-glib-dev libjansson-dev libnss3-dev libzip-dev libexpat1-dev libxlsxwriter-dev libminizip-dev libicu-dev libatspi2.0-dev \
    fonts-liberation2 fonts-cantarell adwaita-icon-theme librsvg2-common shared-mime-info \
    locales xvfb xauth dbus dbus-daemon at-spi2-core poppler-utils libnss3-tools desktop-file-utils appstream libxml2-utils libgtk-4-bin mandoc \
    && localedef -i vi_VN -f UTF-8 vi_VN.UTF-8' </dev/null
  touch "$chroot/made"
fi

mkdir -p "$chroot/src" "$chroot/proc" "$chroot/dev"
undo ()
{
  for place in src proc dev; do
    ! mountpoint -q "$chroot/$place" || umount "$chroot/$place"
  done
}
trap undo EXIT
trap 'exit 1' HUP INT TERM
mount -t proc proc "$chroot/proc"
mount --bind /dev "$chroot/dev"
mount --bind "$root" "$chroot/src"

# The house looks at the sources, which are the same, with clang-format 14,
# which trixie has not.
chroot "$chroot" env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -ec '
  cd /src
  build=build-debian13
  [ -f $build/build.ninja ] || meson setup $build -Dwerror=true
  ninja -C $build
  meson test -C $build --no-rebuild --print-errorlogs --no-suite house "$@"' sh "$@" </dev/null
