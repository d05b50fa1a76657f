#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Signs a paper in the ways in which papers come back, by certificates made for
# it; those who sign are made up.
#   make-signed.sh PAPER.pdf FOLDER
set -eu

paper=$1
out=$2
rm -rf "$out"
mkdir -p "$out/keys" "$out/trust"
# Poppler says on its way out that NSS is still in use; told only on failure.
exec 3>&2 2>"$out/log"
trap 'status=$?; [ $status = 0 ] || cat "$out/log" >&3; exit $status' EXIT
keys=sql:$out/keys
printf 'tổ công nghệ số cộng đồng, chữ ký để thử, không phải khóa thật' >"$out/noise"

certutil -N -d "$keys" --empty-password
certutil -N -d "sql:$out/trust" --empty-password

# authority NAME
authority ()
{
  printf 'y\n\nn\n' | certutil -S -d "$keys" -n "$1" -s "CN=$1,O=Thử" -x -t C,C,C -z "$out/noise" -m "$serial" -v 240 -2 >/dev/null
}

# person NICKNAME NAME AUTHORITY [OPTION...]
person ()
{
  nickname=$1 name=$2 issuer=$3
  shift 3
  certutil -S -d "$keys" -n "$nickname" -s "CN=$name,O=UBND xã Ngọc Liên" -c "$issuer" -t ,, -z "$out/noise" -m "$serial" "$@" >/dev/null
}

# sign NICKNAME FROM TO
sign ()
{
  pdfsig -nssdir "$keys" -add-signature -nick "$1" -reason 'Phát hành văn bản' "$2" "$3" >&2
  [ -s "$3" ]
}

serial=1; authority 'Root'
serial=2; authority 'Stranger'
serial=3; person an 'Nguyễn Văn An' 'Root' -v 240
serial=4; person office 'Ủy ban nhân dân xã Ngọc Liên' 'Root' -v 240
serial=5; person late 'Trần Thị Bình' 'Root' -w -24 -v 12
serial=6; person stranger 'Lê Văn Lạ' 'Stranger' -v 240
certutil -L -d "$keys" -n Root -a >"$out/root.pem"
certutil -A -d "sql:$out/trust" -n Root -t C,C,C -a -i "$out/root.pem"

sign an "$paper" "$out/intact.pdf"
sign office "$out/intact.pdf" "$out/two.pdf"
sign stranger "$paper" "$out/stranger.pdf"
sign late "$paper" "$out/expired.pdf"
# A letter within what was signed; the same length.
LC_ALL=C sed 's/UBND/UBNX/' "$out/intact.pdf" >"$out/altered.pdf"
cmp -s "$out/intact.pdf" "$out/altered.pdf" && LC_ALL=C sed 's/cairo/cairn/' "$out/intact.pdf" >"$out/altered.pdf"
if cmp -s "$out/intact.pdf" "$out/altered.pdf"; then exit 1; fi
{ cat "$out/intact.pdf"; printf '%% more\n'; } >"$out/appended.pdf"
