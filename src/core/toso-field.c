/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-register.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-date.h"
#include "core/toso-error.h"
#include "core/toso-number.h"
#include "core/toso-phone.h"
#include "core/toso-text.h"

/* Exactly kept by a double, and more than any commune has. */
#define MAX_NUMBER 1e15

static gboolean refuse (const TosoField *field,
                        GError         **error,
                        const char      *format,
                        ...) G_GNUC_PRINTF (3, 4);

/* Always FALSE, to be returned. */
static gboolean
refuse (const TosoField *field,
        GError         **error,
        const char      *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list          values;

  va_start (values, format);
  reason = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID, _ ("%s: %s Nothing was changed."), _ (field->title), reason);

  return FALSE;
}

static gboolean
has_control (const char *text,
             gboolean    lines)
{
  for (const char *p = text; *p != '\0'; p++)
    if (((guchar) *p < 0x20 && !(lines && *p == '\n')) || *p == 0x7f)
      return TRUE;

  return FALSE;
}

static gboolean
take_text (const TosoField *field,
           const char      *words,
           char           **value,
           GError         **error)
{
  if (has_control (words, field->kind == TOSO_FIELD_LINES))
    return refuse (field, error, _ ("“%s” holds characters that cannot be printed. Type it again."), words);

  *value = g_strdup (words);

  return TRUE;
}

static gboolean
take_number (const TosoField *field,
             const char      *words,
             char           **value,
             GError         **error)
{
  gboolean         whole = field->kind != TOSO_FIELD_DECIMAL;
  double           number;
  TosoNumberResult result = toso_number_parse (words, &number);
  char             text[G_ASCII_DTOSTR_BUF_SIZE];

  if (result == TOSO_NUMBER_EMPTY)
    return TRUE;
  if (result == TOSO_NUMBER_AMBIGUOUS)
    return refuse (field, error, _ ("“%s” can be read in two ways. Type it as in 1234 or 1,5."), words);
  if (result == TOSO_NUMBER_BAD || !isfinite (number) || number > MAX_NUMBER)
    return refuse (field, error, _ ("“%s” is not a number. Type digits, or leave it empty."), words);
  if (number < 0)
    return refuse (field, error, _ ("“%s” is negative. Correct it, or leave it empty."), words);
  if (whole && number != floor (number))
    return refuse (field, error, _ ("“%s” is not a whole number. Correct it, or leave it empty."), words);
  if (field->max > 0 && (number < field->min || number > field->max))
    return refuse (field, error, _ ("“%s” cannot be. Correct it, or leave it empty."), words);

  *value = g_strdup (g_ascii_formatd (text, sizeof text, whole ? "%.0f" : "%.15g", number));

  return TRUE;
}

static gboolean
take_day (const TosoField *field,
          const char      *words,
          char           **value,
          GError         **error)
{
  TosoDate date;

  if (!toso_date_parse (words, &date) || !toso_date_is_valid (date))
    return refuse (field, error, _ ("“%s” is not a day. Type it as in 30/06/2026."), words);

  *value = toso_date_format_iso (date);

  return TRUE;
}

/* Spreadsheets drop the zero that every Vietnamese number begins with. */
static gboolean
take_phone (const TosoField *field,
            const char      *words,
            char           **value,
            GError         **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = g_str_has_prefix (words, "+84") ? words + 3 : words;

  if (p != words)
    g_string_append_c (digits, '0');
  for (; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr (" .-()", *p) == NULL)
      return refuse (field, error, _ ("“%s” is not a telephone number. Type its digits, or leave it empty."), words);

  if (digits->len == 9 && digits->str[0] != '0')
    g_string_prepend_c (digits, '0');
  if (digits->len < 10 || digits->len > 11 || digits->str[0] != '0')
    return refuse (field, error, _ ("“%s” is not a telephone number: it has ten digits and begins with 0. Correct it, or leave it empty."), words);

  *value = g_strdup (digits->str);

  return TRUE;
}

/* By its id, or by what it is called on the screen or in a table. */
static gboolean
take_choice (const TosoField *field,
             const char      *words,
             char           **value,
             GError         **error)
{
  g_autofree char *folded = toso_text_fold (words);

  for (const TosoChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *title = toso_text_fold (_ (choice->title));

      if (strcmp (choice->id, words) == 0 || strcmp (title, folded) == 0)
        {
          *value = g_strdup (choice->id);
          return TRUE;
        }
    }

  return refuse (field, error, _ ("“%s” is none of the choices. Choose one of the list."), words);
}

static gboolean
take_yes_no (const TosoField *field,
             const char      *words,
             char           **value,
             GError         **error)
{
  static const char *const yes[] = { "1", "co", "x", "yes", "true" };
  static const char *const no[] = { "0", "khong", "no", "false" };
  g_autofree char         *folded = toso_text_fold (words);

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    if (strcmp (folded, yes[i]) == 0)
      *value = g_strdup ("1");
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    if (strcmp (folded, no[i]) == 0)
      *value = g_strdup ("0");

  return *value != NULL || refuse (field, error, _ ("“%s” is neither yes nor no."), words);
}

static gboolean
take_link (const TosoField *field,
           const char      *words,
           char           **value,
           GError         **error)
{
  guint64 id;

  if (!g_ascii_string_to_unsigned (words, 10, 1, G_MAXINT64, &id, NULL))
    return refuse (field, error, _ ("“%s” is not in the list. Choose one of the list."), words);

  *value = g_strdup (words);

  return TRUE;
}

gboolean
toso_field_take (const TosoField *field,
                 const char      *typed,
                 char           **value,
                 GError         **error)
{
  typedef gboolean (*Take) (const TosoField *, const char *, char **, GError **);
  static const Take takes[] = {
    [TOSO_FIELD_TEXT] = take_text,
    [TOSO_FIELD_LINES] = take_text,
    [TOSO_FIELD_COUNT] = take_number,
    [TOSO_FIELD_DECIMAL] = take_number,
    [TOSO_FIELD_MONEY] = take_number,
    [TOSO_FIELD_YEAR] = take_number,
    [TOSO_FIELD_DAY] = take_day,
    [TOSO_FIELD_PHONE] = take_phone,
    [TOSO_FIELD_CHOICE] = take_choice,
    [TOSO_FIELD_YES_NO] = take_yes_no,
    [TOSO_FIELD_LINK] = take_link,
  };
  g_autofree char *words = NULL;

  *value = NULL;
  if (typed == NULL)
    return TRUE;
  if (!g_utf8_validate (typed, -1, NULL))
    return refuse (field, error, _ ("the text is not in Unicode. Type it again, or convert it first."));

  words = toso_text_normalize (typed);
  g_strstrip (words);
  if (*words == '\0')
    return TRUE;

  return takes[field->kind](field, words, value, error);
}

/* --- as shown --- */

static char *
format_number (const TosoField *field,
               const char      *value)
{
  double number = g_ascii_strtod (value, NULL);

  if (field->kind == TOSO_FIELD_MONEY)
    return toso_number_format_money ((gint64) number);

  return toso_number_format (number, field->kind == TOSO_FIELD_DECIMAL ? 2 : 0);
}

static char *
format_day (const char *value)
{
  TosoDate date;

  return toso_date_parse (value, &date) ? toso_date_format_short (date) : g_strdup (value);
}

static const char *
find_choice (const TosoField *field,
             const char      *value)
{
  for (const TosoChoice *choice = field->choices; choice->id != NULL; choice++)
    if (strcmp (choice->id, value) == 0)
      return _ (choice->title);

  return value;
}

char *
toso_field_format (const TosoField *field,
                   const char      *value,
                   gboolean         masked)
{
  if (value == NULL || *value == '\0')
    return g_strdup (TOSO_MISSING);

  switch (field->kind)
    {
    case TOSO_FIELD_COUNT:
    case TOSO_FIELD_DECIMAL:
    case TOSO_FIELD_MONEY:
      return format_number (field, value);

    case TOSO_FIELD_DAY:
      return format_day (value);

    case TOSO_FIELD_PHONE:
      return masked ? toso_phone_mask (value) : g_strdup (value);

    case TOSO_FIELD_CHOICE:
      return g_strdup (find_choice (field, value));

    case TOSO_FIELD_YES_NO:
      return g_strdup (*value == '1' ? _ ("yes") : _ ("no"));

    case TOSO_FIELD_TEXT:
    case TOSO_FIELD_LINES:
      return masked ? toso_phone_mask_text (value) : g_strdup (value);

    case TOSO_FIELD_YEAR:
    case TOSO_FIELD_LINK:
    default:
      return g_strdup (value);
    }
}
