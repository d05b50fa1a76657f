#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The drawings in scalable/ once more as GTK's "symbolic" PNG: black with the
# shape as alpha.  Reading a PNG is ten times quicker than an SVG, which counts
# for the first frame of the window.  Run after a change of a drawing (needs
# rsvg-convert).
set -eu
cd "$(dirname "$0")"
for drawing in scalable/actions/*.svg; do
  name=$(basename "$drawing" .svg)
  for size in 16 32; do
    sed 's/#2e3436/#000000/g' "$drawing" |
      rsvg-convert -w $size -h $size -o "${size}x$size/actions/$name.symbolic.png"
  done
done
