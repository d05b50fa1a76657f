/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-number.h"

G_BEGIN_DECLS

/* A year's plan as a value: what the reader makes of a text, what the year
 * file keeps, what papers and screens are composed from.  Plain structs; all
 * strings NFC and owned; a list that is empty is an empty GPtrArray, never
 * NULL.  Ids are 0 until the store has given them. */

/* Bytes of TosoPlan.source; start == end means "not from the source". */
typedef struct
{
  gsize start;
  gsize end;
} TosoSpan;

typedef enum
{
  TOSO_SECTION_PREAMBLE, /* bases and opening, before the first numbered section */
  TOSO_SECTION_NUMBERED, /* Phần, Chương, Mục, Điều, I., 1., a) */
  TOSO_SECTION_CLOSING,  /* after the last numbered section, before "Nơi nhận" */
  TOSO_SECTION_ANNEX,    /* what follows the signature */
} TosoSectionKind;

typedef struct _TosoSection TosoSection;

struct _TosoSection
{
  gint64          id;
  gint64          row_version;
  TosoSectionKind kind;
  int             level;    /* 1 for the outermost numbered one; 0 for the other kinds */
  char           *label;    /* as printed: "I.", "1.", "a)", "Điều 2.", "Chương I"; "" when none */
  char           *heading;  /* as printed, without the label; "" when the item is running text */
  char           *body;     /* paragraphs separated by '\n', as printed ("- …", "+ …"); "" when none */
  TosoSpan        span;     /* label to the end of the body, children not included */
  TosoSection    *parent;   /* not owned */
  GPtrArray      *children; /* of TosoSection, owned */
};

typedef struct
{
  gint64   id;
  char    *text;   /* the whole citation as printed */
  char    *kind;   /* "Công văn", "Nghị quyết", "Luật" …, or "" */
  char    *number; /* "38/SKHCN-CNTT&CĐS", or "" */
  char    *date;   /* ISO, or "" */
  char    *issuer; /* "Sở Khoa học và Công nghệ tỉnh Thanh Hóa", or "" */
  TosoSpan span;
} TosoLegalBasis;

typedef enum
{
  TOSO_TARGET_COUNT_OF_COUNT, /* 41/41 */
  TOSO_TARGET_PERCENTAGE,     /* ≥ 70 %, value 0 … 100 */
  TOSO_TARGET_COUNT,          /* at least 02 classes */
  TOSO_TARGET_YES_NO,
  TOSO_TARGET_QUALITATIVE,    /* "tăng tỷ lệ …": no number */
} TosoTargetKind;

typedef enum
{
  TOSO_DIRECTION_NONE,
  TOSO_DIRECTION_AT_LEAST,  /* >= */
  TOSO_DIRECTION_MORE_THAN, /* >  */
  TOSO_DIRECTION_AT_MOST,   /* <= */
  TOSO_DIRECTION_LESS_THAN, /* <  */
  TOSO_DIRECTION_EQUAL,     /* =  */
  TOSO_DIRECTION_INCREASE,
  TOSO_DIRECTION_DECREASE,
} TosoDirection;

typedef enum
{
  TOSO_OVER_TIME_FLOW,  /* adds up over periods */
  TOSO_OVER_TIME_STOCK, /* the latest counts */
} TosoOverTime;

/* A target together with its indicator. */
typedef struct
{
  gint64         id;           /* of the target */
  gint64         indicator_id;
  gint64         row_version;
  char          *code;         /* "CT01" */
  char          *name;         /* short, for lists and charts: "Hộ gia đình sử dụng dịch vụ công trực tuyến" */
  TosoTargetKind kind;
  TosoDirection  direction;
  TosoFigure     value;        /* 70 for 70 %, 41 for 41/41; missing when the plan names no number */
  TosoFigure     whole;        /* the 41 after the stroke of 41/41; else missing */
  TosoFigure     baseline;
  char          *unit;         /* "%", "Tổ", "lớp" … */
  char          *numerator_name;
  char          *denominator_name; /* "" for plain counts */
  TosoOverTime   over_time;
  char          *counted;      /* in the registers, as core/toso-count.h has it; "": the villages report it */
  TosoSection   *section;      /* in the same plan, not owned; or NULL */
  char          *sentence;     /* the paragraph it comes from, as printed */
  TosoSpan       span;
} TosoTarget;

typedef enum
{
  TOSO_TASK_NOT_STARTED,
  TOSO_TASK_IN_PROGRESS,
  TOSO_TASK_MAINTAINED,
  TOSO_TASK_DONE,
  TOSO_TASK_NOT_YET_DUE,
} TosoTaskState;

typedef enum
{
  TOSO_TIME_UNKNOWN,
  TOSO_TIME_CONTINUOUS, /* thường xuyên */
  TOSO_TIME_QUARTERLY,  /* hằng quý */
  TOSO_TIME_WAVES,      /* theo đợt */
  TOSO_TIME_WINDOW,     /* tháng 3 – tháng 5, quý II */
  TOSO_TIME_DATE,       /* trước ngày 30/6/2026 */
  TOSO_TIME_YEAR_END,   /* cuối năm */
  TOSO_TIME_IN_YEAR,    /* trong năm, theo kế hoạch trong năm */
} TosoTimeKind;

typedef struct
{
  gint64        id;
  gint64        row_version;
  char         *code;       /* label path of its section: "III.2" */
  char         *title;
  char         *lead;       /* as printed; "" when the plan names none */
  char         *supporting; /* as printed; "" when none */
  char         *time;       /* as printed; "" when none */
  TosoTimeKind  time_kind;
  char         *first_day;  /* ISO, or "" */
  char         *last_day;   /* ISO, or "" */
  char         *result;     /* as printed; "" when none */
  TosoTaskState state;
  TosoSection  *section;    /* in the same plan, not owned; or NULL */
  TosoSpan      span;
} TosoTask;

/* Something the reader could not place or is not sure of.  The text itself is
 * always kept. */
typedef struct
{
  TosoSpan span;
  guint    line;    /* of the source, from 1 */
  char    *message; /* translated sentence */
} TosoRemark;

/* The lines above the body, as printed; NULL where the text has no such line. */
typedef struct
{
  char  *superior;    /* regular line over the agency's */
  GStrv  agency;      /* "ỦY BAN NHÂN DÂN", "XÃ NGỌC LIÊN" */
  char  *nation;      /* Quốc hiệu */
  char  *motto;       /* Tiêu ngữ */
  char  *number_line; /* "Số:      /KH-UBND" */
  char  *place_date;  /* "Ngọc Liên, ngày      tháng 01 năm 2026" */
  char  *kind;        /* "KẾ HOẠCH" */
  GStrv  title;       /* trích yếu, a string a printed line */
} TosoPlanHeader;

/* Who issues. Read from the text where it says so, else "". */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char  *name;      /* "Ngọc Liên" */
  char  *kind;      /* "xã", "phường", "đặc khu" */
  char  *province;  /* "Thanh Hóa" */
  char  *agency;    /* "Ủy ban nhân dân xã Ngọc Liên" */
  char  *team_name; /* "Tổ Công nghệ số cộng đồng" */
  char  *team_abbr; /* "Tổ CNSCĐ" */
} TosoCommune;

typedef struct
{
  gint64         id;
  gint64         row_version;
  int            year;        /* 0 when the text names none */
  char          *source;      /* the text as received, decoded to UTF-8, otherwise untouched */
  char          *source_name; /* base name of the file it came from, or "" */
  TosoCommune    commune;
  TosoPlanHeader header;
  GPtrArray     *sections;    /* of TosoSection, outermost level, in order */
  GPtrArray     *legal_bases; /* of TosoLegalBasis */
  GPtrArray     *targets;     /* of TosoTarget */
  GPtrArray     *tasks;       /* of TosoTask */
  char          *recipients_heading; /* "Nơi nhận:" as printed, or NULL */
  GPtrArray     *recipients;  /* of char *, as printed, dash and ending included */
  GPtrArray     *signature;   /* of char *: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
  char          *signer;      /* "Phạm Xuân Khánh", or NULL */
  guint          n_villages;  /* that the text names; 0 when it names none */
  GPtrArray     *remarks;     /* of TosoRemark */
} TosoPlan;

TosoPlan       *toso_plan_new              (void);
void            toso_plan_free             (TosoPlan       *plan);
TosoPlan       *toso_plan_copy             (const TosoPlan *plan); /* deep; section pointers point into the copy */

TosoSection    *toso_section_new           (TosoSectionKind kind,
                                            int             level,
                                            const char     *label,
                                            const char     *heading,
                                            const char     *body);
void            toso_section_free          (TosoSection    *section);
void            toso_section_append        (TosoSection    *parent,
                                            TosoSection    *child);
gboolean        toso_section_label_is_own_line (const TosoSection *section); /* "Chương I" over its title */
char           *toso_section_path          (const TosoSection *section); /* "III.3.b" */
char           *toso_section_display_title (const TosoSection *section,
                                            int                max_chars);
TosoLegalBasis *toso_legal_basis_new       (const char     *text);
void            toso_legal_basis_free      (TosoLegalBasis *basis);
TosoTarget     *toso_target_new            (void);
TosoTarget     *toso_target_copy           (const TosoTarget *target);
void            toso_target_free           (TosoTarget     *target);
gboolean        toso_target_is_counted     (const TosoTarget *target); /* in the registers */
TosoTask       *toso_task_new              (void);
TosoTask       *toso_task_copy             (const TosoTask *task);
void            toso_task_free             (TosoTask       *task);
void            toso_remark_free           (TosoRemark     *remark);

TosoSection    *toso_plan_find_section     (const TosoPlan *plan,
                                            gint64          id);
TosoTarget     *toso_plan_find_target      (const TosoPlan *plan,
                                            gint64          id);

typedef void  (*TosoSectionFunc)           (TosoSection    *section,
                                            gpointer        user_data);
void            toso_plan_foreach_section  (const TosoPlan *plan,
                                            TosoSectionFunc func,
                                            gpointer        user_data); /* text order */

/* The plan's text again: paragraphs in order, one string each; and joined, a
 * paragraph a line. */
GStrv           toso_plan_get_paragraphs   (const TosoPlan *plan);
char           *toso_plan_to_text          (const TosoPlan *plan);

/* What the label of the next sibling would be: "I." → "II.", "a)" → "b)",
 * "d)" → "đ)" (Decree 30, Annex I, Part I, II.6: Vietnamese letter order). */
char           *toso_label_next            (const char     *label);
char           *toso_label_first           (int             level);

const char     *toso_target_kind_to_id     (TosoTargetKind  kind);  /* "count_of_count" … */
gboolean        toso_target_kind_from_id   (const char *id, TosoTargetKind *kind);
const char     *toso_direction_to_id       (TosoDirection   direction); /* ">=" …, NULL for none */
gboolean        toso_direction_from_id     (const char *id, TosoDirection *direction);
const char     *toso_task_state_to_id      (TosoTaskState   state); /* "not_started" … */
gboolean        toso_task_state_from_id    (const char *id, TosoTaskState *state);
const char     *toso_time_kind_to_id       (TosoTimeKind    kind);
gboolean        toso_time_kind_from_id     (const char *id, TosoTimeKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPlan, toso_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSection, toso_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoLegalBasis, toso_legal_basis_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTarget, toso_target_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTask, toso_task_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRemark, toso_remark_free)

G_END_DECLS
