#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the Debian package in build-debian/, from what git knows, and lets
# lintian look at it.
#   sh packaging/debian/build.sh
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
out=$root/build-debian

for program in dpkg-buildpackage:dpkg-dev dh:debhelper lintian:lintian git:git; do
  command -v "${program%%:*}" >/dev/null 2>&1 || missing="${missing:-} ${program#*:}"
done
if [ -n "${missing:-}" ]; then
  echo "build.sh: not on this machine:$missing. Install as root: sh packaging/install-deps.sh debian" >&2
  exit 1
fi

version=$(sed -n "s/^ *version: '\(.*\)',\$/\1/p;T;q" meson.build)
date=$(git -c safe.directory='*' log -1 --format=%cD)
tree=$out/toso-$version
rm -rf "$out"
mkdir -p "$tree"
git -c safe.directory='*' archive HEAD | tar -x -C "$tree"
# dpkg wants its folder at the top; the sources keep it here.
cp -R "$tree/packaging/debian" "$tree/debian"
rm -f "$tree/debian/build.sh" "$tree/debian/trixie.sh" "$tree/debian/test.sh"
cat >"$tree/debian/changelog" <<END
toso ($version) unstable; urgency=medium

  * Version $version; what is new is told in CHANGELOG.md.

 -- Tổ Số maintainers <maintainers@toso.example>  $date
END

cd "$tree"
dpkg-buildpackage --build=binary --no-sign >"$out/build.log" 2>&1 ||
  { tail -n 40 "$out/build.log" >&2; echo "build.sh: dpkg-buildpackage failed; all of it is in $out/build.log" >&2; exit 1; }
cd "$out"
# Only what lintian's database of a distribution would want of its own.
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs,no-manual-page toso_*.changes
(sha256sum -- *.deb >SHA256SUMS-debian)
ls -l ./*.deb
