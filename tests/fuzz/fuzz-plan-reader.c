/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/toso-plan-reader.h"
#include "exchange/toso-text-file.h"

/* Any bytes as a plan.  Besides not crashing: what is read is UTF-8, stays
 * within the source, and can be written and read again. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_span (const TosoPlan *plan,
            TosoSpan        span)
{
  gsize length = strlen (plan->source);

  g_assert (span.start <= span.end && span.end <= length);
  g_assert (g_utf8_validate (plan->source + span.start, (gssize) (span.end - span.start), NULL));
}

static void
check_section (TosoSection *section,
               gpointer     user_data)
{
  check_span (user_data, section->span);
  g_assert (g_utf8_validate (section->label, -1, NULL));
  g_assert (g_utf8_validate (section->heading, -1, NULL));
  g_assert (g_utf8_validate (section->body, -1, NULL));
}

static void
check_plan (const TosoPlan *plan)
{
  guint i;

  toso_plan_foreach_section (plan, check_section, (gpointer) plan);
  for (i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);

      check_span (plan, target->span);
      g_assert (g_utf8_validate (target->name, -1, NULL));
      g_assert (g_utf8_validate (target->numerator_name, -1, NULL));
      g_assert (g_utf8_validate (target->denominator_name, -1, NULL));
      g_assert (target->kind != TOSO_TARGET_PERCENTAGE || target->value.known);
    }
  for (i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (plan->tasks, i);

      check_span (plan, task->span);
      g_assert (g_utf8_validate (task->title, -1, NULL));
      g_assert (g_utf8_validate (task->lead, -1, NULL));
    }
  for (i = 0; i < plan->legal_bases->len; i++)
    {
      const TosoLegalBasis *basis = g_ptr_array_index (plan->legal_bases, i);

      check_span (plan, basis->span);
      g_assert (g_utf8_validate (basis->text, -1, NULL));
    }
  for (i = 0; i < plan->remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (plan->remarks, i);

      check_span (plan, remark->span);
      g_assert (g_utf8_validate (remark->message, -1, NULL));
    }
}

static void
read_once (const char *text,
           gsize       length)
{
  g_autoptr (TosoPlan) plan = toso_plan_read_text (text, (gssize) length, "fuzz", NULL);
  g_autoptr (TosoPlan) again = NULL;
  g_autofree char *written = NULL;

  if (plan == NULL)
    return;
  check_plan (plan);
  written = toso_plan_to_text (plan);
  g_assert (g_utf8_validate (written, -1, NULL));
  again = toso_plan_read_text (written, -1, "fuzz", NULL);
  if (again != NULL)
    check_plan (again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  guint i;

  read_once ((const char *) data, size);
  for (i = 0; i < 2; i++)
    {
      g_autofree char *text = toso_text_file_decode (bytes, "fuzz", i == 0 ? TOSO_ENCODING_AUTO : TOSO_ENCODING_TCVN3, NULL);

      if (text != NULL && (strlen (text) != size || memcmp (text, data, size) != 0))
        read_once (text, strlen (text));
    }
  return 0;
}
