/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-error.h"

/* clang-format off: it takes the hyphens for minus signs */
G_DEFINE_QUARK (toso-error-quark, toso_error)
/* clang-format on */
