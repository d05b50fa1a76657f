/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words by which a person is known in texts: names as written, in
 * capitals, and folded; telephone numbers with whatever stands between their
 * digits. */

typedef struct _TosoPersonWords TosoPersonWords;

TosoPersonWords *toso_person_words_new       (void);
void             toso_person_words_free      (TosoPersonWords *words);
/* A name of one word is only that person's where it stands in “quotes”, as in
 * the history: there are too many others of it. */
void             toso_person_words_add_name  (TosoPersonWords *words,
                                              const char      *name);
void             toso_person_words_add_phone (TosoPersonWords *words,
                                              const char      *phone); /* as kept */
gboolean         toso_person_words_match     (const TosoPersonWords *words,
                                              const char            *text,
                                              gsize                  length);
/* @mark in the place of each; NULL where there is none. */
char            *toso_person_words_scrub     (const TosoPersonWords *words,
                                              const char            *text,
                                              gsize                  length,
                                              const char            *mark);

/* What a kept file says. */
typedef enum
{
  TOSO_LOOK_NOT_THERE,
  TOSO_LOOK_THERE,
  TOSO_LOOK_UNSEEN, /* a picture, a PDF … */
} TosoLook;

/* Texts, and the texts inside of .xlsx and .docx. */
TosoLook         toso_person_words_look      (const TosoPersonWords *words,
                                              const void            *content,
                                              gsize                  size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPersonWords, toso_person_words_free)

G_END_DECLS
