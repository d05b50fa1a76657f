/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/toso-fold.h"
#include "exchange/toso-label-reader.h"

/* What stands below the body: recipients at the left, who signs at the right,
 * and after them the annexes.  A text has the two columns one below the other,
 * or side by side on one line. */

#define MAX_TAIL_CHARS      400
#define MAX_SIGNATURE_LINES 16

static const char *const posts[] = {
  "chu tich", "pho chu tich", "quyen chu tich", "uy vien", "chanh van phong", "pho chanh van phong",
  "truong phong", "pho truong phong", "giam doc", "pho giam doc", "truong ban", "pho truong ban",
  "to truong", "bi thu", "pho bi thu", "chu nhiem", "truong thon", "nguoi lap", "nguoi lap bieu", NULL
};

/* A post below a line that signs, in small letters too */
static gboolean
is_post (const char *words)
{
  g_autoptr (TosoFold) fold = toso_fold_new (words, 60);

  return fold->length < 40 && toso_fold_has_any (fold, 0, posts) > 0 && strpbrk (words, ";:.,") == NULL;
}

gboolean
toso_is_signature (const char *words)
{
  static const char *const prefixes[] = {
    "TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "KT ", "TL ", "TUQ ", "QĐ."
  };
  g_autoptr (TosoFold) fold = NULL;
  gsize i;

  if (strlen (words) > 200)
    return FALSE;
  fold = toso_fold_new (words, MAX_TAIL_CHARS);
  /* "TL. Chủ tịch" is written too. */
  for (i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (words, prefixes[i]))
      {
        gsize at = toso_fold_skip (fold, (gsize) g_utf8_strlen (prefixes[i], -1));

        return toso_is_all_capitals (words) || (i < 8 && is_post (words + fold->offsets[at])) ||
               toso_fold_has (fold, at, "uy ban nhan dan") || toso_fold_has (fold, at, "ubnd");
      }
  return toso_is_all_capitals (words) && toso_fold_has_any (fold, 0, posts) > 0 && fold->length < 60;
}

/* "(Đã ký)", "(Ký tên, đóng dấu)" */
static gboolean
is_signed_mark (const char *words)
{
  static const char *const marks[] = { "(da ky)", "da ky", "(ky", "(chu ky", "[da ky]", NULL };
  g_autoptr (TosoFold) fold = toso_fold_new (words, 60);

  return toso_fold_has_any (fold, 0, marks) > 0 && fold->length < 50;
}

/* The bytes of "ThS. ", "TS. " … before a name */
static gsize
degree_length (const char *words)
{
  static const char *const degrees[] = { "ThS. ", "ThS ", "Ths. ", "TS. ", "BS. ", "KS. ", "CN. ", "Ông ", "Bà " };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (degrees); i++)
    if (g_str_has_prefix (words, degrees[i]))
      return strlen (degrees[i]);
  return 0;
}

gboolean
toso_is_person_name (const char *words)
{
  gboolean    at_start = TRUE;
  guint       n_words = 0;
  const char *p;

  if (strlen (words) > 80)
    return FALSE;
  for (p = words + degree_length (words); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ' ')
        {
          at_start = TRUE;
          continue;
        }
      /* "K' Brễu", "H’Hen Niê" */
      if (!at_start && (letter == '\'' || letter == 0x2019))
        {
          n_words += n_words < 2;
          continue;
        }
      if (!g_unichar_isalpha (letter) && !g_unichar_ismark (letter))
        return FALSE;
      if (at_start && !g_unichar_isupper (letter))
        return FALSE;
      n_words += at_start;
      at_start = FALSE;
    }
  return n_words >= 2 && n_words <= 6;
}

static gboolean
is_recipients_heading (const TosoFold *fold)
{
  return toso_fold_has (fold, 0, "noi nhan") && (fold->length < 14 || strchr (fold->ascii, ':') != NULL);
}

static gboolean
is_annex (const char *words)
{
  g_autoptr (TosoFold) fold = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (words)) || strlen (words) > 300)
    return FALSE;
  fold = toso_fold_new (words, 120);
  return toso_fold_has (fold, 0, "phu luc") || toso_fold_has (fold, 0, "bieu so") || toso_fold_has (fold, 0, "mau so");
}

void
toso_tail_find (TosoReading *reading)
{
  TosoText *text = reading->text;
  gboolean  in_sections = FALSE;
  guint     i;

  reading->body_last = text->lines->len;
  for (i = reading->body_first; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autoptr (TosoFold) fold = NULL;
      g_autofree char *words = NULL;

      if (line->noise || line->table || line->end - line->start > MAX_TAIL_CHARS)
        continue;
      words = toso_text_dup_line (text, i);
      in_sections = in_sections || toso_label_read (words).kind != TOSO_LABEL_NONE;
      if (!in_sections)
        continue;
      fold = toso_fold_new (words, MAX_TAIL_CHARS);
      if (is_recipients_heading (fold) || toso_is_signature (words))
        {
          reading->body_last = i;
          break;
        }
    }
}

typedef struct
{
  TosoReading *reading;
  gboolean     in_recipients;
  gboolean     after_item; /* the line before was a recipient's */
  gboolean     item_ended; /* in its "." or ";" */
  gboolean     beside;     /* the line has both columns */
  guint        line;       /* index */
} Tail;

static void
take_recipient (Tail       *tail,
                const char *words)
{
  GPtrArray *recipients = tail->reading->plan->recipients;

  if (!toso_is_bullet (words) && recipients->len > 0 && tail->after_item && !tail->item_ended &&
      strlen (g_ptr_array_index (recipients, recipients->len - 1)) < MAX_TAIL_CHARS * 4)
    {
      char *last = g_ptr_array_index (recipients, recipients->len - 1);

      recipients->pdata[recipients->len - 1] = g_strconcat (last, " ", words, NULL);
      g_free (last);
    }
  else
    {
      g_ptr_array_add (recipients, g_strdup (words));
    }
  tail->after_item = TRUE;
  tail->item_ended = g_str_has_suffix (words, ".") || g_str_has_suffix (words, ";");
}

/* Does a line that signs follow?  Then "SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ", the rest
 * of a long line above it, is nobody's name. */
static gboolean
signature_goes_on (const Tail *tail)
{
  TosoText *text = tail->reading->text;
  guint     last = MIN (text->lines->len, tail->line + MAX_SIGNATURE_LINES);
  guint     i;

  for (i = tail->line + 1; i < last; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;
      const char         *p;

      if (line->noise || line->table || line->end - line->start > MAX_TAIL_CHARS)
        continue;
      words = toso_text_dup_line (text, i);
      if (is_annex (words))
        return FALSE;
      if (toso_is_signature (words))
        return TRUE;
      for (p = strstr (words, "  "); p != NULL; p = strstr (p, "  "))
        {
          p += strspn (p, " ");
          if (toso_is_signature (p))
            return TRUE;
        }
    }
  return FALSE;
}

/* TRUE when the part is one of those at the right */
static gboolean
take_signature_part (Tail       *tail,
                     const char *words)
{
  TosoPlan *plan = tail->reading->plan;

  if (plan->signer == NULL && (toso_is_signature (words) || is_signed_mark (words) ||
                               (plan->signature->len > 0 && !tail->after_item && is_post (words))))
    {
      g_ptr_array_add (plan->signature, g_strdup (words));
      return TRUE;
    }
  if (plan->signer == NULL && plan->signature->len > 0 && toso_is_person_name (words))
    {
      if (toso_is_all_capitals (words) && signature_goes_on (tail))
        g_ptr_array_add (plan->signature, g_strdup (words));
      else
        plan->signer = g_strdup (words);
      return TRUE;
    }
  return FALSE;
}

/* Where in a recipient's line the right column begins; 0 when it does not.
 * A wide gap tells, or capitals that sign. */
static gsize
find_right_column (const Tail *tail,
                   const char *words)
{
  gboolean    signing = tail->reading->plan->signature->len > 0;
  const char *p;

  for (p = strchr (words, ' '); p != NULL; p = strchr (p, ' '))
    {
      gboolean wide = p[1] == ' ';

      p += strspn (p, " ");
      if (toso_is_signature (p) || (wide && signing && is_signed_mark (p)))
        return (gsize) (p - words);
      /* "TRƯỞNG PHÒNG" / "VĂN HÓA - XÃ HỘI" beside the recipients */
      if (wide && signing && tail->reading->plan->signer == NULL && toso_is_bullet (words) && (toso_is_all_capitals (p) || is_post (p)))
        return (gsize) (p - words);
      if (signing && toso_is_person_name (p) &&
          (wide || (toso_skip_bullet (words)[0] == 'L' && p - words >= 2 && p[-2] == '.')))
        return (gsize) (p - words);
    }
  return 0;
}

static void
take_part (Tail       *tail,
           const char *words)
{
  TosoPlan           *plan = tail->reading->plan;
  const TosoTextLine *line = toso_text_line (tail->reading->text, tail->line);
  g_autoptr (TosoFold) fold = toso_fold_new (words, MAX_TAIL_CHARS);
  TosoSpan         span = { line->start, line->end };
  g_autofree char *quote = toso_reading_quote (words);

  if (plan->recipients_heading == NULL && is_recipients_heading (fold))
    {
      const char *colon = strchr (words, ':');

      plan->recipients_heading = colon != NULL ? g_strndup (words, (gsize) (colon + 1 - words)) : g_strdup (words);
      tail->in_recipients = TRUE;
      if (plan->signature->len > 0 && !tail->beside)
        toso_reading_remark (tail->reading, span, line->number,
                             _ ("The recipients stand after the signature; the plan gives them again before it, as the decree has them."));
      if (colon != NULL && colon[1 + strspn (colon + 1, " ")] != '\0')
        take_part (tail, colon + 1 + strspn (colon + 1, " "));
      return;
    }
  if (take_signature_part (tail, words))
    {
      tail->after_item = FALSE;
      return;
    }
  if (tail->in_recipients && (toso_is_bullet (words) || (tail->after_item && !tail->item_ended) || plan->recipients->len == 0))
    {
      take_recipient (tail, words);
      return;
    }
  if (plan->signer == NULL && plan->signature->len > 0 && toso_is_all_capitals (words))
    {
      /* A second line of the one who signs: "VĂN HÓA - XÃ HỘI" */
      g_ptr_array_add (plan->signature, g_strdup (words));
      return;
    }
  take_recipient (tail, words);
  toso_reading_remark (tail->reading, span, line->number,
                       _ ("It is not clear to whom “%s” belongs, the recipients or the signature; it was put with the recipients."), quote);
}

static gboolean
tail_is_over (const Tail *tail,
              const char *words)
{
  const TosoPlan *plan = tail->reading->plan;

  if (is_annex (words))
    return TRUE;
  if (strlen (words) > MAX_TAIL_CHARS)
    return TRUE;
  /* A second paper after the first: nothing of the tail is left to come. */
  return plan->signer != NULL && !toso_is_bullet (words) && !tail->after_item &&
         !toso_is_signature (words) && !g_str_has_prefix (words, "Nơi nhận");
}

void
toso_tail_read (TosoReading *reading)
{
  TosoText *text = reading->text;
  Tail      tail = { reading };
  guint     i;

  for (i = reading->body_last; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;
      gsize               right;

      if (line->noise)
        continue;
      if (line->table)
        break;
      words = toso_text_dup_line (text, i);
      g_strdelimit (words, "\t", ' ');
      tail.line = i;
      if (tail_is_over (&tail, words))
        break;
      right = toso_is_signature (words) || toso_is_person_name (words) ? 0 : find_right_column (&tail, words);
      tail.beside = right > 0;
      if (right > 0)
        {
          g_autofree char *left = g_strndup (words, right);

          take_part (&tail, g_strchomp (left));
          if (!take_signature_part (&tail, words + right))
            g_ptr_array_add (reading->plan->signature, g_strdup (words + right));
        }
      else
        {
          take_part (&tail, words);
        }
    }
  if (i < text->lines->len)
    toso_annex_read (reading, i);
}
