/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-report-type.h"
#include "core/toso-rule.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Collecting the villages' reports: which reports there are, who has sent
 * what, and the one way in which figures are written. */

/* --- kinds of report, working days, rules: data of the file --- */

GPtrArray    *toso_year_list_report_types  (TosoYear             *self, /* of TosoReportType, in their order */
                                            GError              **error);
gboolean      toso_year_save_report_type   (TosoYear             *self,
                                            const TosoReportType *type, /* id 0 adds */
                                            gint64               *type_id,
                                            GError              **error);
/* Refused while something was reported under it. */
gboolean      toso_year_remove_report_type (TosoYear             *self,
                                            gint64                type_id,
                                            GError              **error);

/* An indicator that a kind of report asks for. */
typedef struct
{
  gint64 indicator_id;
  GStrv  groups; /* besides everybody: "Nữ", "Trên 60 tuổi" …; or NULL */
  gboolean counted; /* in the registers: shown, but not asked of the villages */
} TosoCollected;

void          toso_collected_free          (TosoCollected        *collected);
/* Those of the plan's order when none were chosen: all that have a number. */
GPtrArray    *toso_year_list_collected     (TosoYear             *self, /* of TosoCollected */
                                            gint64                type_id,
                                            GError              **error);
gboolean      toso_year_set_collected      (TosoYear             *self,
                                            gint64                type_id,
                                            const GPtrArray      *collected, /* empty: all again */
                                            GError              **error);

typedef struct
{
  gint64          id;
  gint64          row_version;
  TosoDate        day;
  TosoHolidayKind kind;
  char           *name;
  char           *basis;
} TosoHoliday;

void          toso_holiday_free            (TosoHoliday          *holiday);
GPtrArray    *toso_year_list_holidays      (TosoYear             *self, /* of TosoHoliday, by day */
                                            GError              **error);
gboolean      toso_year_save_holiday       (TosoYear             *self,
                                            const TosoHoliday    *holiday,
                                            gint64               *holiday_id,
                                            GError              **error);
gboolean      toso_year_remove_holiday     (TosoYear             *self,
                                            gint64                holiday_id,
                                            GError              **error);
TosoCalendar *toso_year_load_calendar      (TosoYear             *self,
                                            GError              **error);

GPtrArray    *toso_year_list_rules         (TosoYear             *self, /* of TosoRule */
                                            GError              **error);
gboolean      toso_year_save_rule          (TosoYear             *self, /* one that is there */
                                            const TosoRule       *rule,
                                            GError              **error);

/* --- periods --- */

typedef struct
{
  TosoPeriod      period;
  char           *title;  /* "Tháng 3/2026" */
  TosoReportType *type;
  TosoDate        first, last;
  TosoDate        due;         /* no date: nobody has set one */
  TosoDate        village_due;
  gboolean        locked;
  char           *basis;  /* of an ad hoc one: the letter that asked */
} TosoReportPeriod;

void              toso_report_period_free (TosoReportPeriod *period);
/* TOSO_ERROR_NOT_FOUND where there is no such kind of report, or where an ad
 * hoc one was not opened. */
TosoReportPeriod *toso_year_get_period    (TosoYear         *self,
                                           TosoPeriod        period,
                                           GError          **error);
/* Asked for by a letter: @basis, its number and day; @first: no date where the
 * letter names none.  @period: the next ad hoc number of @due's year. */
gboolean          toso_year_open_ad_hoc   (TosoYear         *self,
                                           const char       *basis,
                                           TosoDate          first,
                                           TosoDate          last,
                                           TosoDate          due,
                                           TosoPeriod       *period,
                                           GError          **error);
/* Locks each village's report of the period but those of @except (village ids
 * as gint64; or NULL), which may still be corrected. */
gboolean          toso_year_lock_period   (TosoYear         *self,
                                           TosoPeriod        period,
                                           const GArray     *except,
                                           GError          **error);
gboolean          toso_year_unlock_period (TosoYear         *self,
                                           TosoPeriod        period,
                                           const char       *reason, /* needed */
                                           GError          **error);

/* --- one village's report of a period --- */

typedef struct
{
  gint64              id;          /* 0: none yet */
  gint64              row_version;
  gint64              village_id;
  guint               version;     /* 2 and more: corrected after it was approved */
  TosoSubmissionState state;
  gint64              received_at; /* UTC, seconds since 1970; 0: not */
  char               *reporter;
  char               *difficulties;
  char               *proposals;
  gint64              attachment_id; /* the original; 0: none */
} TosoSubmission;

void            toso_submission_free        (TosoSubmission       *submission);
TosoSubmission *toso_year_get_submission    (TosoYear             *self,
                                             TosoPeriod            period,
                                             gint64                village_id,
                                             GError              **error);
/* Its state and its texts.  @reason: needed to open a locked one. */
gboolean        toso_year_save_submission   (TosoYear             *self,
                                             TosoPeriod            period,
                                             const TosoSubmission *submission,
                                             const char           *reason, /* or NULL */
                                             GError              **error);

/* Who has reported. */
typedef struct
{
  TosoVillage        *village;
  TosoSubmissionState state;
  TosoTimeliness      timeliness;
  TosoDate            due;
  TosoDate            received;   /* no date: not */
  guint               n_figures;  /* of the indicators asked for, everybody */
  guint               n_expected;
} TosoVillageStatus;

void            toso_village_status_free    (TosoVillageStatus    *status);
GPtrArray      *toso_year_list_status       (TosoYear             *self, /* of TosoVillageStatus, village order */
                                             TosoPeriod            period,
                                             TosoDate              today,
                                             GError              **error);

/* --- the one way to write figures --- */

typedef enum
{
  TOSO_ORIGIN_TYPED,
  TOSO_ORIGIN_IMPORTED,
  TOSO_ORIGIN_COMPUTED, /* from a register */
} TosoOrigin;

/* A file as it came, kept with its SHA-256; the same one is kept once. */
typedef struct
{
  char   *name;
  GBytes *content;
  gint64  village_id; /* whose report it is; 0: of several */
} TosoOriginal;

void       toso_original_free  (TosoOriginal    *original);

/* Whether a file with those very bytes was taken in before. */
gboolean   toso_year_has_original        (TosoYear   *self,
                                          GBytes     *content,
                                          gboolean   *has,
                                          GError    **error);
/* What a person said of headings that tell nothing, each by its key: texts of
 * whoever reads the tables. */
GHashTable *toso_year_list_column_choices (TosoYear  *self, /* of char *, by char * */
                                           GError   **error);
gboolean   toso_year_save_column_choice  (TosoYear   *self,
                                          const char *key,
                                          const char *choice, /* NULL: none again */
                                          GError    **error);

typedef struct
{
  const GPtrArray *measurements; /* of TosoMeasurement; both figures missing takes one back */
  const char      *title;        /* of the command, a whole translated sentence */
  TosoOrigin       origin;
  const char      *reason;       /* needed where a figure is locked; or NULL */
  const GPtrArray *sources;      /* of TosoOriginal; or NULL */
  gboolean         received;     /* the villages' reports have come with them */
  const GPtrArray *texts;        /* of TosoSubmission: what villages wrote besides, of @period; or NULL */
  TosoPeriod       period;       /* of @texts */
} TosoWrite;

/* One command.  What a rule of severity refuse says of any figure refuses all;
 * @refused is its index.  TOSO_ERROR_LOCKED: say a reason. */
gboolean   toso_year_write     (TosoYear        *self,
                                const TosoWrite *write,
                                guint           *refused, /* or NULL */
                                GError         **error);

typedef enum
{
  TOSO_CHANGE_NEW,
  TOSO_CHANGE_CHANGED,
  TOSO_CHANGE_SAME,
  TOSO_CHANGE_REFUSED,
} TosoChangeKind;

/* What writing would do. */
typedef struct
{
  TosoChangeKind kind;
  TosoFigure     old_numerator, old_denominator;
  char          *rule;    /* code; "locked"; or "" */
  char          *message; /* why it is refused, or what to ask the village; or "" */
} TosoChange;

void       toso_change_free    (TosoChange      *change);
/* Beside each of @measurements. */
GPtrArray *toso_year_compare   (TosoYear        *self, /* of TosoChange */
                                const GPtrArray *measurements,
                                GError         **error);

/* What a figure was before it was corrected in a locked period. */
typedef struct
{
  guint      version;
  TosoFigure numerator, denominator;
  gint64     replaced_at; /* UTC, seconds since 1970 */
  char      *reason;
} TosoFigureVersion;

void       toso_figure_version_free    (TosoFigureVersion *version);
GPtrArray *toso_year_list_versions     (TosoYear          *self, /* of TosoFigureVersion, oldest first */
                                        gint64             indicator_id,
                                        gint64             village_id,
                                        TosoPeriod         period,
                                        const char        *breakdown, /* or NULL */
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoCollected, toso_collected_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoHoliday, toso_holiday_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoReportPeriod, toso_report_period_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSubmission, toso_submission_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoVillageStatus, toso_village_status_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoOriginal, toso_original_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoChange, toso_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoFigureVersion, toso_figure_version_free)

G_END_DECLS
