/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document.h"

#include <glib/gi18n-lib.h>

#include "core/toso-number.h"

/* A profile's measures against the ranges of Decree 30/2020/NĐ-CP, Annex I,
 * Part I. */

typedef enum {
  UNIT_MM,
  UNIT_POINTS,
  UNIT_LINES, /* of the word processor's single line */
  UNIT_SHARE, /* of the line of text */
} Unit;

#define MM_IN_POINTS (72.0 / 25.4)
#define SINGLE_LINE  1.149

/* Of rounding, in the unit of the rule. */
#define TOLERANCE 0.005

typedef struct
{
  const char *id;     /* as it is kept: the field's name */
  gsize       offset; /* of a double in TosoProfile */
  const char *name;
  const char *clause;
  Unit        unit;
  double      min, max;
} Rule;

#define FIELD(field) #field, G_STRUCT_OFFSET(TosoProfile, field)

static const Rule rules[] = {
  { FIELD (page_width), N_ ("paper width"), "I.1", UNIT_MM, 210, 210 },
  { FIELD (page_height), N_ ("paper height"), "I.1", UNIT_MM, 297, 297 },
  { FIELD (top), N_ ("top margin"), "I.3", UNIT_MM, 20, 25 },
  { FIELD (bottom), N_ ("bottom margin"), "I.3", UNIT_MM, 20, 25 },
  { FIELD (left), N_ ("left margin"), "I.3", UNIT_MM, 30, 35 },
  { FIELD (right), N_ ("right margin"), "I.3", UNIT_MM, 15, 20 },
  { FIELD (page_number_size), N_ ("size of the page number"), "I.7", UNIT_POINTS, 13, 14 },
  { FIELD (nation_size), N_ ("size of the national name"), "II.1.a", UNIT_POINTS, 12, 13 },
  { FIELD (motto_size), N_ ("size of the motto"), "II.1.b", UNIT_POINTS, 13, 14 },
  { FIELD (superior_size), N_ ("size of the superior agency"), "II.2.b", UNIT_POINTS, 12, 13 },
  { FIELD (agency_size), N_ ("size of the agency"), "II.2.b", UNIT_POINTS, 12, 13 },
  { FIELD (agency_rule), N_ ("rule under the agency"), "II.2.b", UNIT_SHARE, 1.0 / 3, 1.0 / 2 },
  { FIELD (number_size), N_ ("size of the number"), "II.3.c", UNIT_POINTS, 13, 13 },
  { FIELD (date_size), N_ ("size of the place and date"), "II.4.c", UNIT_POINTS, 13, 14 },
  { FIELD (kind_size), N_ ("size of the kind"), "II.5.b", UNIT_POINTS, 13, 14 },
  { FIELD (title_size), N_ ("size of the title"), "II.5.b", UNIT_POINTS, 13, 14 },
  { FIELD (title_rule), N_ ("rule under the title"), "II.5.b", UNIT_SHARE, 1.0 / 3, 1.0 / 2 },
  { FIELD (subject_size), N_ ("size of a letter's subject"), "II.5.b", UNIT_POINTS, 12, 13 },
  { FIELD (body_size), N_ ("size of the text"), "II.6.e", UNIT_POINTS, 13, 14 },
  { FIELD (paragraph_gap), N_ ("space between paragraphs"), "II.6.e", UNIT_POINTS, 6, G_MAXDOUBLE },
  { FIELD (line_pitch), N_ ("line spacing"), "II.6.e", UNIT_LINES, 1, 1.5 },
  { FIELD (signature_size), N_ ("size of the signature block"), "II.7.đ", UNIT_POINTS, 13, 14 },
  { FIELD (recipients_heading_size), N_ ("size of “Nơi nhận”"), "II.9.d", UNIT_POINTS, 12, 12 },
  { FIELD (recipients_size), N_ ("size of the recipients"), "II.9.d", UNIT_POINTS, 11, 11 },
  { FIELD (annex_size), N_ ("size of the annex's number"), "III.1.b", UNIT_POINTS, 14, 14 },
  { FIELD (mark_size), N_ ("size of stamps"), "III.2.b", UNIT_POINTS, 13, 14 },
  { FIELD (drafter_size), N_ ("size of the drafter's mark"), "III.3", UNIT_POINTS, 11, 11 },
  { FIELD (address_size), N_ ("size of the address"), "III.4", UNIT_POINTS, 11, 12 },
};

static double
in_unit (double value,
         Unit   unit)
{
  switch (unit)
    {
    case UNIT_MM:
      return value / MM_IN_POINTS;
    case UNIT_LINES:
      return value / SINGLE_LINE;
    case UNIT_POINTS:
    case UNIT_SHARE:
    default:
      return value;
    }
}

static char *
with_unit (double value,
           Unit   unit)
{
  g_autofree char *number = toso_number_format (value, unit == UNIT_MM || unit == UNIT_POINTS ? 1 : 2);

  switch (unit)
    {
    case UNIT_MM:
      return g_strdup_printf ("%s mm", number);
    case UNIT_POINTS:
      return g_strdup_printf ("%s pt", number);
    case UNIT_LINES:
      /* Translators: line spacing: "1,15 dòng" */
      return g_strdup_printf (_ ("%s lines"), number);
    case UNIT_SHARE:
    default:
      /* Translators: length of a rule: "0,4 dòng chữ" */
      return g_strdup_printf (_ ("%s of the text's length"), number);
    }
}

static char *
range_text (const Rule *rule)
{
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  if (rule->max == G_MAXDOUBLE)
    {
      min = with_unit (rule->min, rule->unit);
      return g_strdup_printf ("≥ %s", min);
    }
  max = with_unit (rule->max, rule->unit);
  if (rule->min == rule->max)
    return g_steal_pointer (&max);
  min = toso_number_format (rule->min, rule->unit == UNIT_MM || rule->unit == UNIT_POINTS ? 1 : 2);

  return g_strdup_printf ("%s–%s", min, max);
}

void
toso_profile_finding_free (TosoProfileFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->found);
  g_free (finding->expected);
  g_free (finding);
}

static void
add_finding (GPtrArray  *findings,
             const char *name,
             const char *clause,
             char       *found,
             char       *expected)
{
  TosoProfileFinding *finding = g_new0 (TosoProfileFinding, 1);

  finding->name = name;
  finding->clause = clause;
  finding->found = found;
  finding->expected = expected;
  g_ptr_array_add (findings, finding);
}

static const char *
get_unit_words (Unit unit)
{
  switch (unit)
    {
    case UNIT_MM:
      return "mm";
    case UNIT_POINTS:
      return "pt";
    case UNIT_LINES:
      return _ ("lines");
    case UNIT_SHARE:
    default:
      return _ ("of the text’s length");
    }
}

static gboolean
is_within (const Rule *rule,
           double      value)
{
  return value >= rule->min - TOLERANCE && value <= rule->max + TOLERANCE;
}

void
toso_measure_free (TosoMeasure *measure)
{
  if (measure == NULL)
    return;

  g_free (measure->range);
  g_free (measure);
}

static void
add_measure (GPtrArray  *measures,
             const char *id,
             const char *name,
             const char *clause,
             Unit        unit,
             double      value,
             char       *range,
             gboolean    is_right)
{
  TosoMeasure *measure = g_new0 (TosoMeasure, 1);

  measure->id = id;
  measure->name = name;
  measure->clause = clause;
  measure->unit = get_unit_words (unit);
  measure->value = in_unit (value, unit);
  measure->range = range;
  measure->is_right = is_right;
  g_ptr_array_add (measures, measure);
}

/* Two values, not a range (II.6.e). */
static gboolean
is_indent (double indent)
{
  return ABS (indent - 10) <= TOLERANCE || ABS (indent - 12.7) <= TOLERANCE;
}

/**
 * toso_profile_list_measures:
 *
 * Returns: (transfer full): array of #TosoMeasure
 */
GPtrArray *
toso_profile_list_measures (const TosoProfile *profile)
{
  GPtrArray *measures;
  double     indent;

  g_return_val_if_fail (profile != NULL, NULL);

  measures = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measure_free);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const Rule *rule = &rules[i];
      double      value = G_STRUCT_MEMBER (double, profile, rule->offset);

      add_measure (measures, rule->id, _ (rule->name), rule->clause, rule->unit, value, range_text (rule),
                   is_within (rule, in_unit (value, rule->unit)));
    }
  indent = in_unit (profile->indent, UNIT_MM);
  add_measure (measures, "indent", _ ("first line's indent"), "II.6.e", UNIT_MM, profile->indent, g_strdup (_ ("10 or 12,7 mm")),
               is_indent (indent));

  return measures;
}

static double
from_unit (double value,
           Unit   unit)
{
  return unit == UNIT_MM ? value * MM_IN_POINTS : (unit == UNIT_LINES ? value * SINGLE_LINE : value);
}

/* @value: millimetres, points, lines or share, as toso_profile_check() says
 * them; FALSE when there is no such measure. */
gboolean
toso_profile_set_measure (TosoProfile *profile,
                          const char  *id,
                          double       value)
{
  g_return_val_if_fail (profile != NULL && id != NULL, FALSE);

  if (g_str_equal (id, "indent"))
    {
      profile->indent = from_unit (value, UNIT_MM);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].id, id))
      {
        G_STRUCT_MEMBER (double, profile, rules[i].offset) = from_unit (value, rules[i].unit);
        return TRUE;
      }

  return FALSE;
}

static void
check_indent (GPtrArray         *findings,
              const TosoProfile *profile)
{
  double indent = in_unit (profile->indent, UNIT_MM);

  if (!is_indent (indent))
    add_finding (findings, _ ("first line's indent"), "II.6.e", with_unit (indent, UNIT_MM),
                 g_strdup (_ ("10 or 12,7 mm")));
}

static void
check_font (GPtrArray         *findings,
            const TosoProfile *profile)
{
  const char *family = profile->font_family != NULL ? profile->font_family : "";

  if (!g_str_has_prefix (family, "Times New Roman"))
    add_finding (findings, _ ("font"), "I.4", g_strdup (family), g_strdup ("Times New Roman"));
}

/**
 * toso_profile_check:
 *
 * Returns: (transfer full): array of #TosoProfileFinding, in the decree's
 *   order; empty when all is within its ranges
 */
GPtrArray *
toso_profile_check (const TosoProfile *profile)
{
  GPtrArray *findings;

  g_return_val_if_fail (profile != NULL, NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_profile_finding_free);
  check_font (findings, profile);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const Rule *rule = &rules[i];
      double      value = in_unit (G_STRUCT_MEMBER (double, profile, rule->offset), rule->unit);

      if (!is_within (rule, value))
        add_finding (findings, _ (rule->name), rule->clause, with_unit (value, rule->unit), range_text (rule));
    }
  check_indent (findings, profile);

  return findings;
}
