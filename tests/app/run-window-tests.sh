#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a window test on a display, a session bus and an accessibility bus of
# its own: run-window-tests.sh PROGRAM [ARGUMENT...]
set -eu

if [ "${1:-}" = --inside ]; then
  shift
  # Before the window, which looks for it only once.
  for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
    [ -x "$launcher" ] && break
  done
  # What it starts in its turn talks on standard output, which is for TAP.
  "$launcher" --launch-immediately >/dev/null 2>&1 &
  exec "$@"
fi

# A screen as small as the office's.
exec xvfb-run -a -s '-screen 0 1366x768x24 -noreset' dbus-run-session -- sh "$0" --inside "$@"
