/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"

G_BEGIN_DECLS

/* The office's lists: teams, members, trainings, products … A register is a
 * description; what lists, asks, checks, stores and prints rows reads it. */

typedef enum
{
  TOSO_FIELD_TEXT,    /* one line */
  TOSO_FIELD_LINES,   /* several */
  TOSO_FIELD_COUNT,   /* whole, not negative */
  TOSO_FIELD_DECIMAL, /* not negative */
  TOSO_FIELD_MONEY,   /* whole đồng */
  TOSO_FIELD_YEAR,
  TOSO_FIELD_DAY,
  TOSO_FIELD_PHONE,
  TOSO_FIELD_CHOICE,
  TOSO_FIELD_YES_NO,
  TOSO_FIELD_LINK,    /* a row of another list */
} TosoFieldKind;

typedef enum
{
  TOSO_FIELD_PLAIN = 0,
  TOSO_FIELD_REQUIRED = 1 << 0,
  TOSO_FIELD_LISTED = 1 << 1,   /* a column of the list, not of the form alone */
  TOSO_FIELD_SEARCHED = 1 << 2, /* its folded words are what a search looks at */
  TOSO_FIELD_PERSONAL = 1 << 3, /* tells who a person is, or what one is like */
} TosoFieldFlags;

typedef struct
{
  const char *id;    /* as kept */
  const char *title; /* English; translated when shown */
} TosoChoice;

typedef struct
{
  const char       *id;      /* also the column of the year file */
  const char       *title;   /* English; translated when shown */
  TosoFieldKind     kind;
  TosoFieldFlags    flags;
  const char       *link;    /* LINK: the other list's id */
  const TosoChoice *choices; /* CHOICE: up to one without an id */
  double            min;     /* of a number; both 0: no bounds but its kind's */
  double            max;
  const char       *initial; /* what a new row begins with, or NULL */
} TosoField;

typedef struct _TosoRecord TosoRecord;

typedef struct
{
  const char      *id;        /* also the table of the year file */
  const char      *title;     /* "Members" */
  const char      *add_title; /* "Add member “%s”": of the journal, and so on */
  const char      *edit_title;
  const char      *remove_title;
  const TosoField *fields;
  guint            n_fields;
  const char      *order;     /* the field that rows are listed by */
  /* The days of which a row is true: from, until; or the one on which it
   * happened.  Neither: always, or as the row that it links to. */
  const char      *begins;
  const char      *ends;
  const char      *happens;
  /* The day that a row is to be reminded of, or NULL, and the field that tells
   * that it is done.  None of that: an event, and nothing is owed once it is over. */
  const char      *due;
  const char      *done;
  /* What is true of a row as a whole, or NULL.  A translated sentence. */
  gboolean       (*check) (const TosoRecord *record,
                           GError          **error);
} TosoRegister;

/* In the order in which they are shown. */
const TosoRegister *const *toso_registers_list  (guint              *n);
const TosoRegister        *toso_registers_find  (const char         *id);
const TosoField           *toso_register_find   (const TosoRegister *self,
                                                 const char         *field);

/* --- values --- */

/* What was typed, as it is kept: NFC text, "12", "2026-03-18", "0912345678",
 * a choice's or a row's id.  NULL: nothing was given, which is not 0. */
gboolean toso_field_take   (const TosoField *field,
                            const char      *typed, /* or NULL */
                            char           **value,
                            GError         **error);
/* As shown: "1.234", "18/3/2026", "—".  @masked: a phone that others will see
 * (Law 91/2025/QH15).  A link's value is shown by its row's name instead. */
char    *toso_field_format (const TosoField *field,
                            const char      *value, /* or NULL */
                            gboolean         masked);

/* --- rows --- */

struct _TosoRecord
{
  const TosoRegister *kind;
  gint64              id;     /* 0: new */
  gint64              row_version;
  char              **values; /* one a field; NULL: not given */
};

TosoRecord *toso_record_new  (const TosoRegister *kind); /* with what a new row begins with */
TosoRecord *toso_record_copy (const TosoRecord   *record);
void        toso_record_free (TosoRecord         *record);
const char *toso_record_get  (const TosoRecord   *record,
                              const char         *field); /* or NULL */
gint64      toso_record_get_id (const TosoRecord *record, /* of a link; 0: none */
                                const char       *field);
void        toso_record_set  (TosoRecord         *record,
                              const char         *field,
                              const char         *value); /* or NULL */
void        toso_record_set_id (TosoRecord       *record,
                                const char       *field,
                                gint64            id);
/* Makes every value what is kept; refuses with the field's title, what is
 * wrong, and what to do. */
gboolean    toso_record_take (TosoRecord         *record,
                              GError            **error);
/* The day by which it is still to be done, or on which it is to be held. */
gboolean    toso_record_get_due (const TosoRecord *record,
                                 TosoDate         *day);
/* What a journal entry calls it; never NULL. */
const char *toso_record_get_name (const TosoRecord *record);

/* Of whom the row is: "12", of the register "member", or "/Lê Văn Út", who is
 * in none; NULL: of nobody. */
char       *toso_record_dup_person (const TosoRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRecord, toso_record_free)

G_END_DECLS
