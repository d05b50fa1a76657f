/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every page of a year file ends in eight bytes of checksum, written with the
 * page and looked at whenever the page is read: a byte that changed on the
 * disk, or another program's writing, is found before it is believed.  The sum
 * and its place are those of SQLite's own checksum VFS, so that SQLite's tools
 * read and verify the file too. */

#define TOSO_PAGE_SIZE      4096
#define TOSO_CHECKSUM_BYTES 8

/* Name of the VFS; registers it on first use. */
const char *toso_checksum_get_vfs (void);

void        toso_checksum_compute (const guint8 *page,
                                   guint8       *checksum);

G_END_DECLS
