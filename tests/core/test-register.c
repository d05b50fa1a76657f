/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-register.h"

#include <string.h>

#include "core/toso-error.h"
#include "core/toso-number.h"

static const TosoField *
find_field (const char *kind,
            const char *field)
{
  const TosoRegister *found = toso_registers_find (kind);

  g_assert_nonnull (found);

  return toso_register_find (found, field);
}

/* What is typed, and how it is kept; NULL where it is refused. */
static void
test_take (void)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *typed;
    const char *value; /* "" : nothing */
  } cases[] = {
    { "village", "name", "  Thôn Ngọc Minh ", "Thôn Ngọc Minh" },
    { "village", "name", "Tho\xcc\x82n", "Thôn" }, /* NFD */
    { "village", "name", "Thôn\nMinh", NULL },
    { "village", "note", "dòng một\ndòng hai", "dòng một\ndòng hai" },
    { "village", "note", "a\033b", NULL },
    { "village", "name", "\xff\xfe", NULL },
    { "village", "households", "1.234", "1234" },
    { "village", "households", "0", "0" },
    { "village", "households", "", "" },
    { "village", "households", "—", "" },
    { "village", "households", "-3", NULL },
    { "village", "households", "12,5", NULL },
    { "village", "households", "nhiều", NULL },
    { "village", "households", "1e300", NULL },
    { "support_day", "days", "0,5", "0.5" },
    { "support_day", "days", "400", NULL },
    { "support_rate", "amount", "300.000", "300000" },
    { "member", "birth_year", "1987", "1987" },
    { "member", "birth_year", "87", NULL },
    { "member", "phone", "0912.345.678", "0912345678" },
    { "member", "phone", "+84 912 345 678", "0912345678" },
    { "member", "phone", "912345678", "0912345678" }, /* Excel drops the zero */
    { "member", "phone", "091234567", NULL },
    { "member", "phone", "không có", NULL },
    { "member", "sex", "female", "female" },
    { "member", "sex", "Male", "male" },
    { "member", "sex", "?", NULL },
    { "membership", "is_leader", "x", "1" },
    { "membership", "is_leader", "Không", "0" },
    { "membership", "is_leader", "có lẽ", NULL },
    { "activity", "day", "5/1/2026", "2026-01-05" },
    { "activity", "day", "31/02/2026", NULL },
    { "product", "stars", "5", "5" },
    { "product", "stars", "6", NULL },
    { "product", "village_id", "17", "17" },
    { "product", "village_id", "0", NULL },
    { "product", "village_id", "Thôn 2", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TosoField *field = find_field (cases[i].kind, cases[i].field);
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;
      gboolean         taken = toso_field_take (field, cases[i].typed, &value, &error);

      g_test_message ("case %u: %s", (guint) i, cases[i].field);
      g_assert_cmpint (taken, ==, cases[i].value != NULL);
      if (!taken)
        {
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, field->title));
          g_assert_null (value);
        }
      else if (*cases[i].value == '\0')
        g_assert_null (value);
      else
        g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *value;
    gboolean    masked;
    const char *shown;
  } cases[] = {
    { "village", "households", "1234", FALSE, "1.234" },
    { "village", "households", NULL, FALSE, TOSO_MISSING },
    { "village", "households", "0", FALSE, "0" },
    { "support_day", "days", "0.5", FALSE, "0,5" },
    { "activity", "day", "2026-01-05", FALSE, "05/01/2026" },
    { "member", "phone", "0912345678", FALSE, "0912345678" },
    { "member", "phone", "0912345678", TRUE, "0912 *** 678" },
    { "member", "note", "nhà 0912 345 678 hoặc 0237-3.852.345", TRUE, "nhà 0912 *** 678 hoặc 0237 *** 345" },
    { "member", "note", "số 0123456789012, 15/2026, 038087001234", TRUE, "số 0123456789012, 15/2026, 038087001234" },
    { "member", "note", "+84912345678;84912345678", TRUE, "0912 *** 678;0912 *** 678" },
    { "member", "note", "0912345678", FALSE, "0912345678" },
    { "member", "sex", "female", FALSE, "Female" },
    { "membership", "is_leader", "1", FALSE, "yes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = toso_field_format (find_field (cases[i].kind, cases[i].field), cases[i].value, cases[i].masked);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* What is true of a row as a whole. */
static void
test_record (void)
{
  static const struct
  {
    const char *kind;
    const char *fields[8]; /* field, value, … */
    gboolean    taken;
  } cases[] = {
    { "village", { "name", "Thôn 1" }, TRUE },
    { "village", { "name", "  " }, FALSE },
    { "village", { "name", "Thôn 1", "first_day", "5/1/2026", "last_day", "04/01/2026" }, FALSE },
    { "village", { "name", "Thôn 1", "first_day", "5/1/2026", "last_day", "05/01/2026" }, TRUE },
    { "attendance", { "training_id", "3" }, FALSE },
    { "attendance", { "training_id", "3", "guest", "Lê Thị Hoa" }, TRUE },
    { "commendation", { "state", "proposed" }, FALSE },
    { "commendation", { "state", "proposed", "team_id", "4" }, TRUE },
    { "activity", { "day", "5/1/2026" }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoRecord) record = toso_record_new (toso_registers_find (cases[i].kind));
      g_autoptr (GError) error = NULL;

      for (guint k = 0; cases[i].fields[k] != NULL; k += 2)
        toso_record_set (record, cases[i].fields[k], cases[i].fields[k + 1]);
      g_test_message ("case %u", (guint) i);
      g_assert_cmpint (toso_record_take (record, &error), ==, cases[i].taken);
      if (!cases[i].taken)
        g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
    }
}

/* No form asks for what Law 91/2025/QH15 calls sensitive, nor for numbers of
 * identity papers or accounts. */
static void
test_little_personal_data (void)
{
  static const char *const   never[] = { "ethnic", "religion", "identity", "id_number", "card", "bank", "account", "photo" };
  guint                      n;
  const TosoRegister *const *registers = toso_registers_list (&n);

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < registers[i]->n_fields; k++)
      for (gsize j = 0; j < G_N_ELEMENTS (never); j++)
        g_assert_null (strstr (registers[i]->fields[k].id, never[j]));
}

/* Each description hangs together. */
static void
test_descriptions (void)
{
  guint                      n;
  const TosoRegister *const *registers = toso_registers_list (&n);

  for (guint i = 0; i < n; i++)
    {
      const TosoRegister *kind = registers[i];
      guint               n_listed = 0;

      g_test_message ("%s", kind->id);
      g_assert_true (toso_registers_find (kind->id) == kind);
      g_assert_nonnull (toso_register_find (kind, kind->order));
      g_assert_nonnull (strstr (kind->add_title, "%s"));
      g_assert_nonnull (strstr (kind->edit_title, "%s"));
      g_assert_nonnull (strstr (kind->remove_title, "%s"));
      for (guint k = 0; k < kind->n_fields; k++)
        {
          const TosoField *field = &kind->fields[k];

          n_listed += (field->flags & TOSO_FIELD_LISTED) != 0;
          g_assert_cmpint (field->kind == TOSO_FIELD_CHOICE, ==, field->choices != NULL);
          g_assert_cmpint (field->kind == TOSO_FIELD_LINK, ==, field->link != NULL);
          if (field->link != NULL && strcmp (field->link, "task") != 0)
            g_assert_nonnull (toso_registers_find (field->link));
        }
      g_assert_cmpuint (n_listed, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/register/take", test_take);
  g_test_add_func ("/core/register/format", test_format);
  g_test_add_func ("/core/register/record", test_record);
  g_test_add_func ("/core/register/little-personal-data", test_little_personal_data);
  g_test_add_func ("/core/register/descriptions", test_descriptions);

  return g_test_run ();
}
