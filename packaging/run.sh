#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One command from a fresh Debian 12 to the commune's plan on the screen.
# Installs what is missing, builds, makes a year file from the Ngọc Liên plan
# and opens the window on it.  Without a display it writes the plan as PDF, a
# chart of the targets and the year file to build/demo/.
set -eu
cd "$(dirname "$0")/.."

sh packaging/install-deps.sh run

[ -f build/build.ninja ] || meson setup build -Dtests=false
ninja -C build

demo=build/demo
year=$demo/ngoc-lien-2026.toso
plan=data/plans/ngoc-lien-2026.txt
cli=build/src/cli/toso-cli

mkdir -p "$demo"
# Kept from one run to the next, with what was entered in it.
[ -e "$year" ] || "$cli" new "$year" --plan "$plan"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  build/src/app/toso "$year" && exit 0
  echo "Không mở được cửa sổ trên màn hình này; làm tiếp không cần cửa sổ." >&2
fi

"$cli" paper "$year" plan -o "$demo/ke-hoach.pdf"
"$cli" chart "$year" targets -o "$demo/chi-tieu.png"
echo
echo "Không có màn hình, nên kết quả được ghi ra tệp (no display; written to files):"
echo "  $PWD/$demo/ke-hoach.pdf         kế hoạch, thể thức theo Nghị định 30 (the plan)"
echo "  $PWD/$demo/chi-tieu.png         biểu đồ chỉ tiêu (chart of the targets)"
echo "  $PWD/$year  tệp năm (the year file)"
