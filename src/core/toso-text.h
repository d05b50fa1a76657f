/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Vietnamese text.  All functions take and give UTF-8; none looks at the
 * process locale. */

char    *toso_text_normalize   (const char *text);
char    *toso_text_compose     (const char *text,
                                gsize       length);
char    *toso_text_squeeze     (const char *text);
char    *toso_text_fold        (const char *text);
gboolean toso_text_matches     (const char *haystack,
                                const char *needle);
gboolean toso_text_matches_words (const char *haystack,
                                  const char *needle);
char    *toso_text_upper       (const char *text);
char    *toso_text_sentence_case (const char *text); /* of a heading in capitals; else as it is */

int      toso_text_collate     (const char *a,
                                const char *b);
char    *toso_text_collate_key (const char *text);

/* People: "Phạm Xuân Khánh" sorts by Khánh, then Phạm, then Xuân. */
int      toso_name_collate     (const char *a,
                                const char *b);
char    *toso_name_collate_key (const char *name);

/* Villages: "Thôn 2" < "Thôn 10"; the common noun (thôn, làng, bản …) is
 * looked at last. */
int      toso_village_collate     (const char *a,
                                   const char *b);
char    *toso_village_collate_key (const char *name);
gsize    toso_village_noun_length (const char *squeezed); /* bytes of the common nouns in front */

/* Paragraph diff (Myers), over already split texts. */
typedef enum
{
  TOSO_DIFF_SAME,
  TOSO_DIFF_REMOVED,
  TOSO_DIFF_ADDED,
} TosoDiffKind;

typedef struct
{
  TosoDiffKind kind;
  guint        old_index; /* of the paragraph in the old list; valid unless ADDED */
  guint        new_index; /* of the paragraph in the new list; valid unless REMOVED */
} TosoDiffLine;

GArray *toso_diff_paragraphs (const char *const *old_paragraphs,
                              const char *const *new_paragraphs);

G_END_DECLS
