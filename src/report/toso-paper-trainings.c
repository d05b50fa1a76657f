/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-data.h"

#include "core/toso-register.h"
#include "store/toso-year-register.h"

/* The trainings of the year, and who came. */

static char *
dup_text (const TosoRecord *record,
          const char       *field)
{
  const char *text = toso_record_get (record, field);

  return g_strdup (text != NULL ? text : "");
}

static TosoDate
get_day (const TosoRecord *record,
         const char       *field)
{
  const char *text = toso_record_get (record, field);
  TosoDate    day;

  return text != NULL && toso_date_parse (text, &day) ? day : (TosoDate){ 0 };
}

static char *
dup_person (const TosoRecord *attendance,
            GHashTable       *people)
{
  gint64      id = toso_record_get_id (attendance, "member_id");
  const char *name = id != 0 ? g_hash_table_lookup (people, &id) : NULL;

  return name != NULL ? g_strdup (name) : dup_text (attendance, "guest");
}

static GPtrArray *
list_present (GPtrArray  *attendances,
              GHashTable *people,
              gint64      training)
{
  GPtrArray *present = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < attendances->len; i++)
    {
      const TosoRecord *attendance = attendances->pdata[i];

      if (toso_record_get_id (attendance, "training_id") == training &&
          g_strcmp0 (toso_record_get (attendance, "present"), "1") == 0)
        g_ptr_array_add (present, dup_person (attendance, people));
    }

  return present;
}

static int
compare_trainings (gconstpointer a,
                   gconstpointer b)
{
  return toso_date_compare ((*(TosoPaperTraining *const *) a)->first, (*(TosoPaperTraining *const *) b)->first);
}

gboolean
toso_paper_data_read_trainings (TosoPaperData *self,
                                TosoYear      *year,
                                GError       **error)
{
  g_autoptr (GPtrArray) records = toso_year_list_records (year, toso_registers_find ("training"), error);
  g_autoptr (GPtrArray) attendances = NULL;
  g_autoptr (GHashTable) people = NULL;

  if (records != NULL)
    attendances = toso_year_list_records (year, toso_registers_find ("attendance"), error);
  if (attendances != NULL)
    people = toso_year_list_names (year, "member", error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const TosoRecord  *record = records->pdata[i];
      TosoPaperTraining *training = g_new0 (TosoPaperTraining, 1);

      training->id = record->id;
      training->title = dup_text (record, "title");
      training->place = dup_text (record, "place");
      training->method = dup_text (record, "method");
      training->trainer = dup_text (record, "trainer");
      training->first = get_day (record, "first_day");
      training->last = get_day (record, "last_day");
      training->present = list_present (attendances, people, record->id);
      g_ptr_array_add (self->trainings, training);
    }
  g_ptr_array_sort (self->trainings, compare_trainings);

  return TRUE;
}
