# SPDX-License-Identifier: GPL-3.0-or-later
#
# Findings where an include of a source file breaks the layers.  Called with
# the files of src/ (FILENAME begins with src/).

BEGIN {
  # What each layer may see of ours.
  ours["core"] = "core"
  ours["store"] = "core store"
  ours["exchange"] = "core exchange"
  ours["chart"] = "chart"
  ours["document"] = "core document"
  ours["report"] = "core store chart document report"
  ours["cli"] = "core store exchange chart document report cli"
  ours["app"] = "core store exchange chart document report app"

  # The files that toso-platform.h and toso-platform-seal.h stand for.
  platform = "core/toso-platform.c core/toso-platform-seal.c core/toso-network-folder.c"

  # Which layers may see a library's header, by the header's beginning.
  libraries["sqlite3"] = "store"
  libraries["poppler"] = "exchange document app"
  libraries["cairo"] = "chart document app"
  libraries["pango"] = "chart document app"
  libraries["gtk"] = "app"
  libraries["gdk"] = "app"
  libraries["gsk"] = "app"
  libraries["graphene"] = "app"
  libraries["jansson"] = "cli"
  libraries["zip.h"] = "exchange"
  libraries["expat"] = "exchange"
  libraries["xlsxwriter"] = "exchange"
}

function may (list, word)
{
  return index(" " list " ", " " word " ") > 0
}

function finding (text)
{
  printf "%s:%d: %s\n", FILENAME, FNR, text
}

FNR == 1 {
  split(FILENAME, part, "/")
  layer = part[2]
  file = part[3]
  if (!(layer in ours))
    finding("a folder that the table of layers does not have")
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
  split($0, quoted, "\"")
  # Made in the build folder.
  if (quoted[2] == "config.h" || quoted[2] ~ /^[a-z-]+-resources?\.h$/)
    next
  if (split(quoted[2], path, "/") != 2) {
    finding("includes are written from src/: \"" quoted[2] "\"")
    next
  }
  if (!may(ours[layer], path[1]))
    finding(layer " may not see " path[1])
  if (path[2] ~ /-private\.h$/ && path[1] != layer)
    finding("a private header of " path[1])
  next
}

/^[ \t]*#[ \t]*include[ \t]*</ {
  header = $0
  sub(/^[^<]*</, "", header)
  sub(/>.*/, "", header)

  # The operating system has one door.
  if (header ~ /^(sys\/|unistd|fcntl|pwd|dlfcn|windows|winsock|shlobj|io\.h|direct|glib-unix|gio\/gunix|gio\/gwin32)/ \
      && !may(platform, layer "/" file))
    finding("only the platform files of core know the operating system: <" header ">")

  for (library in libraries)
    if (index(header, library) == 1 && !may(libraries[library], layer))
      finding(layer " may not see <" header ">")
}
