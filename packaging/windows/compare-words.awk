# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares two PDFs word by word: awk -v limit=MM [-v start=MM] -f compare-words.awk
# A B, each the output of "pdftotext -bbox".  Exit status 1 when a word or a page
# is not the same, or a word stands farther off than the limit; than "start",
# when it is a line's first.
/<page/ { page[FILENAME]++ }
/<word/ {
  split($0, part, "\"")
  text = part[9]
  sub(/^>/, "", text)
  sub(/<.*/, "", text)
  if (FILENAME == ARGV[1]) {
    n++
    word[n] = page[FILENAME] " " text
    for (i = 2; i <= 8; i += 2)
      place[n, i] = part[i]
    next
  }
  m++
  if (word[m] != page[FILENAME] " " text) {
    printf "word %d: \"%s\" there, \"%s %s\" here\n", m, word[m], page[FILENAME], text
    bad = 1
    exit
  }
  for (i = 2; i <= 8; i += 2) {
    off = (part[i] - place[m, i]) * 25.4 / 72
    if (off < 0)
      off = -off
    if (off > farthest)
      farthest = off
    if (i == 2 && (page[FILENAME] != on_page || part[4] != on_line) && off > farthest_start)
      farthest_start = off
  }
  on_page = page[FILENAME]
  on_line = part[4]
}
END {
  if (!bad && n != m)
    printf "%d words there, %d here\n", n, m
  printf "%d words on %d pages, farthest %.3f mm, lines begin within %.3f mm\n", m, page[ARGV[2]], farthest, farthest_start
  exit bad || n != m || m == 0 || farthest > limit || (start != "" && farthest_start > start)
}
