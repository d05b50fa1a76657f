/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-time-reader.h"

#include <string.h>

#include "core/toso-date.h"
#include "exchange/toso-fold.h"

#define MAX_CHARS 400
#define MAX_TIMES 16

/* A stretch that the text names: a day, a month, a quarter */
typedef struct
{
  TosoDate first;
  TosoDate last;
  gboolean a_day;
  gsize    start; /* in the fold */
  gsize    end;
} Stretch;

static guint
read_uint (const TosoFold *fold,
           gsize          *at,
           gsize           max_digits)
{
  gsize digits = strspn (fold->ascii + *at, "0123456789");
  guint value;

  if (digits == 0 || digits > max_digits)
    return 0;
  value = (guint) g_ascii_strtoull (fold->ascii + *at, NULL, 10);
  *at += digits;
  return value;
}

/* "/2026", " năm 2026", "-2026"; else @year */
static int
read_year (const TosoFold *fold,
           gsize          *at,
           int             year)
{
  gsize p = *at;
  guint value;

  if (p < fold->length && strchr ("/-.", fold->ascii[p]) != NULL)
    p++;
  else if (toso_fold_has (fold, toso_fold_skip (fold, p), "nam"))
    p = toso_fold_skip (fold, toso_fold_skip (fold, p) + 3);
  else
    return year;
  if (strspn (fold->ascii + p, "0123456789") != 4)
    return year;
  value = read_uint (fold, &p, 4);
  if (value < 1900 || value > 2200)
    return year;
  *at = p;
  return (int) value;
}

static TosoDate
make_date (int   year,
           guint month,
           guint day)
{
  TosoDate date = { 0 };

  if (year > 0)
    {
      date.year = (gint16) year;
      date.month = (gint8) month;
      date.day = (gint8) day;
    }
  return date;
}

static TosoDate
end_of_month (int   year,
              guint month)
{
  TosoDate next = make_date (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1);

  return year > 0 ? toso_date_add_days (next, -1) : next;
}

static void
set_months (Stretch *stretch,
            int      year,
            guint    first,
            guint    last)
{
  stretch->first = make_date (year, first, 1);
  stretch->last = end_of_month (year, last);
  if (year <= 0)
    memset (&stretch->last, 0, sizeof stretch->last);
  stretch->a_day = FALSE;
}

static guint
read_quarter (const TosoFold *fold,
              gsize          *at)
{
  static const char *const romans[] = { "iv", "iii", "ii", "i" };
  static const guint       values[] = { 4, 3, 2, 1 };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (romans); i++)
    if (toso_fold_has (fold, *at, romans[i]))
      {
        *at += strlen (romans[i]);
        return values[i];
      }
  return read_uint (fold, at, 1);
}

/* "quý II", "quý II/2026", "tháng 3", "tháng 4/2026"; @at just after the word */
static gboolean
read_period (const TosoFold *fold,
             gboolean        quarter,
             gsize           at,
             int             year,
             Stretch        *stretch)
{
  gsize p = toso_fold_skip (fold, at);
  guint number = quarter ? read_quarter (fold, &p) : read_uint (fold, &p, 2);

  if (number == 0 || number > (quarter ? 4 : 12))
    return FALSE;
  year = read_year (fold, &p, year);
  if (quarter)
    set_months (stretch, year, number * 3 - 2, number * 3);
  else
    set_months (stretch, year, number, number);
  stretch->end = p;
  return TRUE;
}

/* "30/6/2026", "30/6", "30 tháng 6 năm 2026" */
static gboolean
read_day (const TosoFold *fold,
          gsize           at,
          int             year,
          Stretch        *stretch)
{
  gsize    p = at;
  guint    day = read_uint (fold, &p, 2);
  guint    month;
  TosoDate date;

  if (day == 0 || day > 31)
    return FALSE;
  if (p < fold->length && strchr ("/-.", fold->ascii[p]) != NULL && p + 1 < fold->length && g_ascii_isdigit (fold->ascii[p + 1]))
    p++;
  else if (toso_fold_has (fold, toso_fold_skip (fold, p), "thang"))
    p = toso_fold_skip (fold, toso_fold_skip (fold, p) + 5);
  else
    return FALSE;
  month = read_uint (fold, &p, 2);
  if (month == 0 || month > 12)
    return FALSE;
  year = read_year (fold, &p, year);
  date = make_date (year, month, day);
  if (year > 0 && !toso_date_is_valid (date))
    return FALSE;
  stretch->first = stretch->last = date;
  stretch->a_day = TRUE;
  stretch->end = p;
  return TRUE;
}

/* "6 tháng đầu năm" */
static gboolean
read_half (const TosoFold *fold,
           gsize           at,
           int             year,
           Stretch        *stretch)
{
  gsize p = at;
  guint months = read_uint (fold, &p, 2);

  p = toso_fold_skip (fold, p);
  if (months == 0 || months > 11 || !toso_fold_has (fold, p, "thang"))
    return FALSE;
  p = toso_fold_skip (fold, p + 5);
  if (toso_fold_has (fold, p, "dau nam"))
    set_months (stretch, year, 1, months);
  else if (toso_fold_has (fold, p, "cuoi nam"))
    set_months (stretch, year, 13 - months, 12);
  else
    return FALSE;
  stretch->end = p + 8;
  return TRUE;
}

static gboolean
read_stretch (const TosoFold *fold,
              gsize           at,
              int             year,
              Stretch        *stretch)
{
  if (toso_fold_has (fold, at, "quy"))
    return read_period (fold, TRUE, at + 3, year, stretch);
  if (toso_fold_has (fold, at, "thang"))
    return read_period (fold, FALSE, at + 5, year, stretch);
  if (g_ascii_isdigit (fold->ascii[at]) && (at == 0 || !toso_fold_is_word (fold, at - 1)))
    return read_half (fold, at, year, stretch) || read_day (fold, at, year, stretch);
  return FALSE;
}

/* "tháng 3-5", "quý I - II": the second has no word of its own. */
static gboolean
read_short_end (const TosoFold *fold,
                const Stretch  *first,
                int             year,
                Stretch        *stretch)
{
  gsize    p = toso_fold_skip (fold, first->end);
  gboolean quarter = toso_fold_has (fold, first->start, "quy");

  if (first->a_day || p >= fold->length || fold->ascii[p] != '-')
    return FALSE;
  p = toso_fold_skip (fold, p + 1);
  if (!g_ascii_isdigit (fold->ascii[p]) && !(quarter && fold->ascii[p] == 'i'))
    return FALSE;
  return read_period (fold, quarter, p, year, stretch);
}

static guint
read_stretches (const TosoFold *fold,
                int             year,
                Stretch        *stretches)
{
  guint n = 0;
  gsize at = 0;

  while (at < fold->length && n < MAX_TIMES)
    {
      Stretch stretch = { { 0 } };

      if ((at > 0 && toso_fold_is_word (fold, at - 1)) || !read_stretch (fold, at, year, &stretch))
        {
          at++;
          continue;
        }
      stretch.start = at;
      stretches[n++] = stretch;
      at = stretch.end;
      if (n < MAX_TIMES && read_short_end (fold, &stretches[n - 1], year, &stretch))
        {
          stretch.start = at;
          stretches[n++] = stretch;
          at = stretch.end;
        }
    }
  return n;
}

static char *
dup_iso (TosoDate date)
{
  return toso_date_is_valid (date) ? toso_date_format_iso (date) : g_strdup ("");
}

static gboolean
is_range (const TosoFold *fold,
          const Stretch  *a,
          const Stretch  *b)
{
  gsize at = toso_fold_skip (fold, a->end);

  return at < b->start + 1 && (fold->ascii[at] == '-' || toso_fold_has (fold, at, "den") || toso_fold_has (fold, at, "toi"));
}

/* What days the stretches come to */
static TosoTimeKind
settle_stretches (const TosoFold *fold,
                  Stretch        *stretches,
                  guint           n,
                  char          **first_day,
                  char          **last_day)
{
  static const char *const until[] = { "truoc", "cham nhat", "xong truoc", "muon nhat", "den", "den het", "hoan thanh trong", NULL };
  Stretch                 *first = &stretches[0];
  Stretch                 *last = &stretches[n - 1];
  gboolean                 before;
  gsize                    at;

  /* "tháng 3 - tháng 5/2026": the year is said once. */
  if (n == 2 && is_range (fold, first, last) && toso_date_is_valid (last->last) && toso_date_is_valid (first->first) &&
      toso_date_compare (first->first, last->last) > 0)
    first->first.year = last->first.year;

  before = FALSE;
  for (at = 0; at < first->start; at++)
    before = before || toso_fold_has_any (fold, at, until) > 0;

  *last_day = dup_iso (last->last);
  if (n == 1 && (before || first->a_day))
    {
      *first_day = before ? g_strdup ("") : dup_iso (first->first);
      return TOSO_TIME_DATE;
    }
  *first_day = dup_iso (first->first);
  return n == 1 || is_range (fold, first, &stretches[1]) ? TOSO_TIME_WINDOW : TOSO_TIME_WAVES;
}

static const struct
{
  const char  *words;
  TosoTimeKind kind;
} words[] = {
  { "thuong xuyen", TOSO_TIME_CONTINUOUS },
  { "lien tuc", TOSO_TIME_CONTINUOUS },
  { "hang thang", TOSO_TIME_CONTINUOUS },
  { "hang tuan", TOSO_TIME_CONTINUOUS },
  { "hang ngay", TOSO_TIME_CONTINUOUS },
  { "dinh ky", TOSO_TIME_CONTINUOUS },
  { "hang quy", TOSO_TIME_QUARTERLY },
  { "moi quy", TOSO_TIME_QUARTERLY },
  { "tung quy", TOSO_TIME_QUARTERLY },
  { "cac quy", TOSO_TIME_QUARTERLY },
  { "theo dot", TOSO_TIME_WAVES },
  { "tung dot", TOSO_TIME_WAVES },
  { "cac dot", TOSO_TIME_WAVES },
  { "cuoi nam", TOSO_TIME_YEAR_END },
  { "ca nam", TOSO_TIME_IN_YEAR },
  { "trong nam", TOSO_TIME_IN_YEAR },
  { "nam 20", TOSO_TIME_IN_YEAR },
  { "hang nam", TOSO_TIME_IN_YEAR },
  { "het nam", TOSO_TIME_IN_YEAR },
};

TosoTimeKind
toso_time_read (const char *text,
                int         year,
                char      **first_day,
                char      **last_day)
{
  g_autoptr (TosoFold) fold = toso_fold_new (text, MAX_CHARS);
  Stretch      stretches[MAX_TIMES];
  TosoTimeKind kind = TOSO_TIME_UNKNOWN;
  guint        n = read_stretches (fold, year, stretches);
  gsize        found = fold->length;
  gsize        i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *p = strstr (fold->ascii, words[i].words);

      if (p != NULL && (gsize) (p - fold->ascii) < found &&
          (p == fold->ascii || !toso_fold_is_word (fold, (gsize) (p - fold->ascii) - 1)))
        {
          found = (gsize) (p - fold->ascii);
          kind = words[i].kind;
        }
    }

  /* "Định kỳ hằng quý" is by quarter. */
  if (kind == TOSO_TIME_CONTINUOUS && toso_fold_has (fold, found, "dinh ky") && toso_fold_find (fold, found, "hang quy") >= 0)
    kind = TOSO_TIME_QUARTERLY;
  /* The year alone is weaker than a month in it. */
  if (n > 0 && kind == TOSO_TIME_YEAR_END && found >= stretches[n - 1].end && year > 0)
    {
      /* "6 tháng đầu năm và cuối năm" */
      *first_day = dup_iso (stretches[0].first);
      *last_day = g_strdup_printf ("%04d-12-31", year);
      return TOSO_TIME_WAVES;
    }
  if (n > 0 && (found >= stretches[0].start || kind == TOSO_TIME_IN_YEAR || kind == TOSO_TIME_YEAR_END))
    return settle_stretches (fold, stretches, n, first_day, last_day);

  *first_day = g_strdup ("");
  *last_day = g_strdup ("");
  if (year > 0 && (kind == TOSO_TIME_IN_YEAR || kind == TOSO_TIME_YEAR_END))
    {
      g_free (*last_day);
      *last_day = g_strdup_printf ("%04d-12-31", year);
    }
  if (year > 0 && kind == TOSO_TIME_IN_YEAR)
    {
      g_free (*first_day);
      *first_day = g_strdup_printf ("%04d-01-01", year);
    }
  return kind;
}
