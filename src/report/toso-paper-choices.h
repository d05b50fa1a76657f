/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* What a person chooses of a paper beside its text: who signs, to whom it goes. */

typedef enum
{
  TOSO_SIGNING_FIXED,     /* the register has nobody: as the plan says; or nobody of it signs such a paper */
  TOSO_SIGNING_FOUND,
  TOSO_SIGNING_UNDECIDED, /* several may: the place is open until one is chosen */
  TOSO_SIGNING_NOBODY,    /* none of the register may on that day: the place is open */
} TosoSigning;

typedef struct
{
  gint64 id;
  char  *label; /* "Nguyễn Văn A – PHÓ CHỦ TỊCH" */
} TosoPaperChoice;

typedef struct
{
  TosoSigning signing;
  TosoDate    day;
  GPtrArray  *signers;   /* of TosoPaperChoice: those who may */
  gint64      signer_id; /* who does; 0: nobody */
  GPtrArray  *lists;     /* of TosoPaperChoice: lists of recipients for the kind */
  gint64      list_id;   /* whose it has; 0: none's */
} TosoPaperChoices;

/* @signatory_id: who was chosen; 0: nobody was.  @day: of the paper. */
TosoPaperChoices *toso_paper_choices_load (TosoYear         *year,
                                           const char       *kind,
                                           gint64            signatory_id,
                                           TosoDate          day,
                                           GError          **error);
void              toso_paper_choices_free (TosoPaperChoices *self);
/* What is to be said of an open place, translated; NULL: nothing. */
char             *toso_paper_choices_remark (const TosoPaperChoices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPaperChoices, toso_paper_choices_free)

G_END_DECLS
