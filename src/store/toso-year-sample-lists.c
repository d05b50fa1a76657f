/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-sample-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "store/toso-year-register.h"

/* Made-up people, trainings, activities, products of a year, so that every list
 * and paper has something to show.  Names are put together by chance, and no
 * telephone number is one that was given out. */

typedef struct
{
  GRand     *random;
  GPtrArray *records; /* of TosoRecord: one command */
  int        year;
  TosoDate   last; /* nothing has happened later */
  guint      n_people;
} Lists;

static int
pick (Lists *self,
      int    from,
      int    below)
{
  return g_rand_int_range (self->random, from, below);
}

#define PICK(self, words) ((words)[pick (self, 0, G_N_ELEMENTS (words))])

/* Fields and values up to NULL; a value of NULL is not given.  Returns a link to
 * the row, for others of the same command. */
static char *add (Lists      *self,
                  const char *kind,
                  ...) G_GNUC_NULL_TERMINATED;

static char *
add (Lists      *self,
     const char *kind,
     ...)
{
  TosoRecord *record = toso_record_new (toso_registers_find (kind));
  const char *field;
  va_list     rest;

  va_start (rest, kind);
  while ((field = va_arg (rest, const char *)) != NULL)
    toso_record_set (record, field, va_arg (rest, const char *));
  va_end (rest);
  g_ptr_array_add (self->records, record);

  return g_strdup_printf ("@%u", self->records->len - 1);
}

static char *
count (int number)
{
  return g_strdup_printf ("%d", number);
}

/* NULL: not yet. */
static char *
past_day (Lists *self,
          int    month,
          int    day)
{
  TosoDate date = { (gint16) self->year, (gint8) month, (gint8) day };

  return toso_date_compare (date, self->last) <= 0 ? toso_date_format_iso (date) : NULL;
}

static char *
coming_day (Lists *self,
            int    days)
{
  return toso_date_format_iso (toso_date_add_days (self->last, days));
}

static char *
make_name (Lists   *self,
           gboolean is_woman)
{
  static const char *const families[] = { "Nguyễn", "Lê", "Phạm", "Trịnh", "Bùi", "Hoàng", "Trần", "Đỗ", "Lưu", "Vũ" };
  static const char *const of_women[] = { "Hoa", "Lan", "Hạnh", "Thủy", "Mai", "Nga", "Hương", "Yến", "Loan", "Thu" };
  static const char *const of_men[] = { "An", "Bình", "Dũng", "Hải", "Long", "Minh", "Quang", "Sơn", "Tuấn", "Đức" };
  const char              *family = PICK (self, families);

  return g_strdup_printf ("%s %s %s", family, is_woman ? "Thị" : "Văn", is_woman ? PICK (self, of_women) : PICK (self, of_men));
}

/* --- villages, teams, people --- */

static void
add_person (Lists      *self,
            const char *team,
            guint       place)
{
  static const char *const bodies[] = { "Trưởng thôn", "Đoàn thanh niên", "Hội Phụ nữ", "Hội Nông dân", "Giáo viên" };
  gboolean                 is_woman = pick (self, 0, 2) == 0;
  g_autofree char         *name = make_name (self, is_woman);
  g_autofree char         *born = count (pick (self, 1966, 2004));
  g_autofree char         *phone = g_strdup_printf ("0900000%03u", self->n_people++);
  g_autofree char         *person = add (self, "member", "name", name, "sex", is_woman ? "female" : "male", "birth_year", born,
                                         "organisation", bodies[place % G_N_ELEMENTS (bodies)], "phone", phone, NULL);
  g_autofree char         *first = g_strdup_printf ("%d-01-01", self->year);
  g_autofree char         *membership = add (self, "membership", "team_id", team, "member_id", person, "role",
                                     place == 0 ? "Tổ trưởng" : "Thành viên", "is_leader", place == 0 ? "1" : "0",
                                             "first_day", first, NULL);
}

/* The file has a team for each village from the beginning; one in ten is weak. */
static gboolean
fill_teams (Lists    *self,
            TosoYear *year,
            GError  **error)
{
  g_autoptr (GPtrArray) teams = toso_year_list_records (year, toso_registers_find ("team"), error);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      TosoRecord      *team = toso_record_copy (g_ptr_array_index (teams, i));
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, team->id);
      guint            n = (guint) pick (self, 4, 6);

      toso_record_set (team, "state", pick (self, 0, 10) == 0 ? "to_strengthen" : "active");
      g_ptr_array_add (self->records, team);
      for (guint place = 0; place < n; place++)
        add_person (self, id, place);
    }

  return teams != NULL;
}

/* What is known of a village stays. */
static gboolean
add_village (Lists             *self,
             TosoYear          *year,
             const TosoVillage *village,
             double             households,
             GError           **error)
{
  TosoRecord      *record = toso_year_load_record (year, toso_registers_find ("village"), village->id, error);
  g_autofree char *size = count ((int) households);
  g_autofree char *people = count ((int) (households * 3.7));
  g_autofree char *head = make_name (self, FALSE);

  if (record == NULL)
    return FALSE;
  if (toso_record_get (record, "households") == NULL)
    toso_record_set (record, "households", size);
  if (toso_record_get (record, "population") == NULL)
    toso_record_set (record, "population", people);
  if (toso_record_get (record, "head") == NULL)
    toso_record_set (record, "head", head);
  g_ptr_array_add (self->records, record);

  return TRUE;
}

/* --- what the teams do --- */

/* Three in four come. */
static void
call_roll (Lists      *self,
           const char *training,
           guint       n_records)
{
  for (guint i = 0; i < n_records; i++)
    {
      const TosoRecord *record = g_ptr_array_index (self->records, i);
      g_autofree char  *person = g_strdup_printf ("@%u", i);
      g_autofree char  *attendance = NULL;

      if (g_str_equal (record->kind->id, "member"))
        attendance = add (self, "attendance", "training_id", training, "member_id", person,
                          "present", pick (self, 0, 4) > 0 ? "1" : "0", NULL);
    }
}

static void
add_trainings (Lists *self)
{
  static const struct
  {
    int         month, day;
    const char *title, *place, *method;
  } trainings[] = {
    { 1, 28, "Kỹ năng số cơ bản cho thành viên Tổ CNSCĐ", "Hội trường UBND xã", "Trực tiếp" },
    { 5, 20, "Dịch vụ công trực tuyến và định danh điện tử", "Nhà văn hóa xã", "Trực tiếp" },
    { 9, 16, "An toàn thông tin, phòng chống lừa đảo trên mạng", "Phòng họp trực tuyến", "Trực tuyến" },
  };
  guint            n_records = self->records->len;
  g_autofree char *next = coming_day (self, 3);
  g_autofree char *planned = add (self, "training", "title", "Cầm tay chỉ việc: chữ ký số cá nhân (cụm 2)", "first_day", next,
                                  "place", "Nhà văn hóa thôn", "method", "Cầm tay chỉ việc", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (trainings); i++)
    {
      g_autofree char *day = past_day (self, trainings[i].month, trainings[i].day);
      g_autofree char *training = NULL;

      if (day == NULL)
        continue;
      training = add (self, "training", "title", trainings[i].title, "first_day", day, "last_day", day, "place", trainings[i].place,
                      "method", trainings[i].method, NULL);
      if (i < 2)
        call_roll (self, training, n_records);
    }
}

static void
add_activities (Lists           *self,
                const GPtrArray *villages)
{
  static const char *const kinds[][2] = {
    { "bulletin", "Bản tin loa: dịch vụ công trực tuyến" },
    { "visit", "Đến nhà hướng dẫn cài VNeID" },
    { "guidance", "Buổi hướng dẫn tại nhà văn hóa thôn" },
  };

  for (int month = 1; month <= 12; month++)
    for (guint i = 0; i < 6; i++)
      {
        const TosoVillage *village = g_ptr_array_index (villages, (guint) pick (self, 0, (int) villages->len));
        const char *const *kind = PICK (self, kinds);
        g_autofree char   *id = g_strdup_printf ("%" G_GINT64_FORMAT, village->id);
        g_autofree char   *day = past_day (self, month, pick (self, 1, 28));
        g_autofree char   *times = count (pick (self, 1, 4));
        g_autofree char   *people = count (pick (self, 12, 90));
        g_autofree char   *activity = NULL;

        if (day != NULL)
          activity = add (self, "activity", "day", day, "kind", kind[0], "village_id", id, "title", kind[1], "count", times,
                          "people", people, NULL);
      }
}

static void
add_products (Lists           *self,
              const GPtrArray *villages)
{
  static const char *const names[] = { "Mật ong", "Bánh gai", "Nem chua", "Gạo nếp", "Miến dong", "Dưa lê", "Trứng gà", "Bưởi", "Nấm rơm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TosoVillage *village = g_ptr_array_index (villages, (guint) pick (self, 0, (int) villages->len));
      g_autofree char   *id = g_strdup_printf ("%" G_GINT64_FORMAT, village->id);
      g_autofree char   *stars = count (pick (self, 3, 5));
      g_autofree char   *since = past_day (self, 1, 15);
      g_autofree char   *product = add (self, "product", "name", names[i], "village_id", id, "stars", stars, NULL);
      g_autofree char   *listing = NULL;

      if (i % 2 == 0 && since != NULL)
        listing = add (self, "listing", "product_id", product, "floor", i % 4 == 0 ? "Voso" : "PostMart", "first_day", since, NULL);
    }
}

static void
add_commendations (Lists           *self,
                   const GPtrArray *villages)
{
  for (guint i = 0; i < villages->len && i < 2; i++)
    {
      const TosoVillage *village = g_ptr_array_index (villages, i);
      g_autofree char   *team = g_strdup_printf ("Tổ CNSCĐ %s", village->name);
      g_autofree char   *commendation = add (self, "commendation", "recipient", team, "form", "Giấy khen", "achievement",
                                             "Hoàn thành tốt nhiệm vụ của Tổ", NULL);
    }
}

/* Checks and directives: one that is done, one to come, for Home. */
static void
add_duties (Lists           *self,
            const GPtrArray *villages)
{
  const TosoVillage *village = g_ptr_array_index (villages, 0);
  g_autofree char   *id = g_strdup_printf ("%" G_GINT64_FORMAT, village->id);
  g_autofree char   *soon = coming_day (self, 2);
  g_autofree char   *later = coming_day (self, 20);
  g_autofree char   *before = coming_day (self, -20);
  g_autofree char   *done = add (self, "directive", "content", "Rà soát thành viên các Tổ", "day", before, "due_day", before,
                                 "state", "done", "done_day", before, NULL);
  g_autofree char   *open = add (self, "directive", "content", "Báo cáo nhanh kết quả cài đặt VNeID", "day", before, "due_day", soon,
                                 "state", "in_progress", NULL);
  g_autofree char   *check = add (self, "inspection", "day", before, "kind", "planned", "village_id", id, "findings",
                                  "Sổ ghi hoạt động của Tổ chưa đủ", "follow_up", "Bổ sung sổ ghi", "due_day", later, NULL);
}

gboolean
toso_year_fill_sample_lists (TosoYear        *self,
                             const GPtrArray *villages,
                             const double    *households,
                             int              year,
                             guint32          seed,
                             TosoDate         last,
                             GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  Lists    lists = { .records = records, .year = year, .last = last };
  gboolean done = TRUE;

  if (villages->len == 0)
    return TRUE;
  lists.random = g_rand_new_with_seed (seed);
  for (guint i = 0; i < villages->len && done; i++)
    done = add_village (&lists, self, g_ptr_array_index (villages, i), households[i], error);
  done = done && fill_teams (&lists, self, error);
  if (done)
    {
      add_trainings (&lists);
      add_activities (&lists, villages);
      add_products (&lists, villages);
      add_commendations (&lists, villages);
      add_duties (&lists, villages);
    }
  g_rand_free (lists.random);

  return done && toso_year_save_records (self, records, _ ("Fill the lists with sample rows"), error);
}
