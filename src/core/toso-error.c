/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-error.h"

/* The formatter takes the hyphens for minus signs. */
/* clang-format off */
G_DEFINE_QUARK (toso-error-quark, toso_error)
/* clang-format on */
