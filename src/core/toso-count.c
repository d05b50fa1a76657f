/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"

TosoCount *
toso_count_new (void)
{
  return g_new0 (TosoCount, 1);
}

void
toso_count_term_clear (TosoCountTerm *term)
{
  g_free (term->is);
  g_free (term->also_is);
  *term = (TosoCountTerm){ 0 };
}

void
toso_count_free (TosoCount *count)
{
  if (count == NULL)
    return;

  toso_count_term_clear (&count->numerator);
  toso_count_term_clear (&count->denominator);
  g_free (count);
}

gboolean
toso_count_can_count (const TosoField *field)
{
  return field->kind == TOSO_FIELD_LINK || field->kind == TOSO_FIELD_COUNT || field->kind == TOSO_FIELD_DECIMAL ||
         field->kind == TOSO_FIELD_MONEY;
}

gboolean
toso_count_can_pick (const TosoField *field)
{
  return field->kind == TOSO_FIELD_CHOICE || field->kind == TOSO_FIELD_YES_NO;
}

const TosoField *
toso_count_find_link (const TosoCountTerm *term,
                      const TosoRegister  *also)
{
  const char *what = term->field != NULL && term->field->kind == TOSO_FIELD_LINK ? term->field->link : term->kind->id;

  for (guint i = 0; i < also->n_fields; i++)
    if (also->fields[i].kind == TOSO_FIELD_LINK && strcmp (also->fields[i].link, what) == 0)
      return &also->fields[i];

  return NULL;
}

/* --- text --- */

/* "register?field=value" */
static gboolean
parse_part (const char          *text,
            const TosoRegister **kind,
            const TosoField    **field, /* or NULL: none may be given */
            const TosoField    **where,
            char               **is)
{
  g_auto (GStrv) halves = g_strsplit (text, "?", 2);
  g_auto (GStrv) names = g_strsplit (halves[0] != NULL ? halves[0] : "", ":", 2);
  g_auto (GStrv) condition = halves[0] != NULL && halves[1] != NULL ? g_strsplit (halves[1], "=", 2) : NULL;

  *kind = names[0] != NULL ? toso_registers_find (names[0]) : NULL;
  if (*kind == NULL)
    return FALSE;
  if (names[1] != NULL &&
      (field == NULL || (*field = toso_register_find (*kind, names[1])) == NULL || !toso_count_can_count (*field)))
    return FALSE;
  if (condition == NULL)
    return TRUE;
  if (condition[0] == NULL || condition[1] == NULL || *condition[1] == '\0')
    return FALSE;

  *where = toso_register_find (*kind, condition[0]);
  *is = g_strdup (condition[1]);

  return *where != NULL && toso_count_can_pick (*where);
}

static gboolean
parse_term (const char    *text,
            TosoCountTerm *term)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", 2);

  return parts[0] != NULL && parse_part (parts[0], &term->kind, &term->field, &term->where, &term->is) &&
         (parts[1] == NULL ||
          (parse_part (parts[1], &term->also, NULL, &term->also_where, &term->also_is) &&
           toso_count_find_link (term, term->also) != NULL));
}

TosoCount *
toso_count_parse (const char *text,
                  GError    **error)
{
  g_autoptr (TosoCount) count = toso_count_new ();
  g_auto (GStrv) terms = g_strsplit (text, "/", 2);

  for (guint i = 0; terms[i] != NULL; i++)
    g_strstrip (terms[i]);
  if (terms[0] != NULL && parse_term (terms[0], &count->numerator) &&
      (terms[1] == NULL || parse_term (terms[1], &count->denominator)))
    return g_steal_pointer (&count);

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("“%s” says of no list what is to be counted in it. Choose it again. Nothing was changed."), text);

  return NULL;
}

static void
append_where (GString         *text,
              const TosoField *where,
              const char      *is)
{
  if (where != NULL)
    g_string_append_printf (text, "?%s=%s", where->id, is);
}

static void
append_term (GString             *text,
             const TosoCountTerm *term)
{
  g_string_append (text, term->kind->id);
  if (term->field != NULL)
    g_string_append_printf (text, ":%s", term->field->id);
  append_where (text, term->where, term->is);
  if (term->also != NULL)
    {
      g_string_append_printf (text, "+%s", term->also->id);
      append_where (text, term->also_where, term->also_is);
    }
}

char *
toso_count_to_text (const TosoCount *count)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (count != NULL && count->numerator.kind != NULL, NULL);

  append_term (text, &count->numerator);
  if (count->denominator.kind != NULL)
    {
      g_string_append (text, " / ");
      append_term (text, &count->denominator);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- words --- */

/* " (Present: yes)" */
static char *
describe_where (const TosoField *where,
                const char      *is)
{
  g_autofree char *value = NULL;

  if (where == NULL)
    return g_strdup ("");

  value = toso_field_format (where, is, FALSE);

  return g_strdup_printf (" (%s: %s)", _ (where->title), value);
}

static char *
describe_term (const TosoCountTerm *term)
{
  g_autofree char *where = describe_where (term->where, term->is);
  g_autofree char *also_where = describe_where (term->also_where, term->also_is);
  g_autofree char *counted = NULL;

  if (term->field == NULL)
    /* Translators: a list, and which of its rows: "Teams (Status: active)" */
    counted = g_strdup_printf (_ ("number of rows of “%s”%s"), _ (term->kind->title), where);
  else if (term->field->kind == TOSO_FIELD_LINK)
    /* Translators: a field such as "Person", a list, and which of its rows */
    counted = g_strdup_printf (_ ("different values of “%s” in “%s”%s"), _ (term->field->title), _ (term->kind->title), where);
  else
    /* Translators: a field such as "People reached", a list, and which of its rows */
    counted = g_strdup_printf (_ ("sum of “%s” in “%s”%s"), _ (term->field->title), _ (term->kind->title), where);
  if (term->also == NULL)
    return g_steal_pointer (&counted);

  /* Translators: what is counted, another list, and which of its rows */
  return g_strdup_printf (_ ("%s, those found in “%s”%s"), counted, _ (term->also->title), also_where);
}

char *
toso_count_describe (const TosoCount *count)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  g_return_val_if_fail (count != NULL && count->numerator.kind != NULL, NULL);

  numerator = describe_term (&count->numerator);
  if (count->denominator.kind == NULL)
    return g_steal_pointer (&numerator);

  denominator = describe_term (&count->denominator);

  /* Translators: what is counted, out of what */
  return g_strdup_printf (_ ("%s; out of: %s"), numerator, denominator);
}
