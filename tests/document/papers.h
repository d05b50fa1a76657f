/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-document.h"

G_BEGIN_DECLS

/* Papers that the tests and the benchmark set. */

GPtrArray *test_read_plan_paragraphs (void); /* of char *: the body of the seed plan */
TosoPaper *test_plan_paper           (guint times); /* its body so many times over */
TosoPaper *test_decision_paper       (void);
TosoPaper *test_letter_paper        (void);
TosoPaper *test_table_paper          (guint n_rows);

G_END_DECLS
