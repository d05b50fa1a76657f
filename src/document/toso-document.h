/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Official papers in the layout of Decree 30/2020/NĐ-CP, Annex I: blocks in,
 * pages out.  A TosoDocument is laid out once and read-only afterwards; PDF,
 * print and preview draw its pages by the same call. */

#define TOSO_MM(mm) ((mm) * 72.0 / 25.4)

/* Every measure that the decree gives a range for. Lengths in points. */
typedef struct
{
  double page_width, page_height;
  double top, bottom, left, right;
  double header_left, header_right;  /* widths of the two header columns */
  double nation_size, motto_size, superior_size, agency_size, number_size, date_size;
  double subject_size;               /* "V/v …" of a letter, which has no kind */
  double kind_size, title_size, body_size, table_size;
  double recipients_heading_size, recipients_size, signature_size, page_number_size;
  double annex_size;                 /* "Phụ lục I" */
  double mark_size;                  /* urgency, circulation */
  double drafter_size, address_size;
  double caption_size;               /* of a figure */
  double note_size;                  /* at the foot of the page; the decree says nothing of it */
  double stamp_size;                 /* "Số: …; giờ ký" of an annex in a file of its own (II.8.b) */
  double seal_size;                  /* across, where its picture does not say (II.8.a) */
  double indent, paragraph_gap;
  double line_pitch;                 /* em; Word's single is 1.149 */
  double agency_rule, title_rule;    /* share of the text's length, 1/3 … 1/2 */
  const char *font_family;
} TosoProfile;

extern const TosoProfile TOSO_PROFILE_DECREE_30;

/* A measure outside the decree's range. */
typedef struct
{
  const char *name;     /* of the measure, translated */
  const char *clause;   /* of Annex I, Part I: "I.3", "II.6.e" */
  char       *found;    /* "17,6 mm" */
  char       *expected; /* "20–25 mm" */
} TosoProfileFinding;

void       toso_profile_finding_free (TosoProfileFinding *finding);
GPtrArray *toso_profile_check        (const TosoProfile  *profile); /* of TosoProfileFinding */
/* A measure as a person sets it. */
typedef struct
{
  const char *id;     /* "top", "body_size" … */
  const char *name;   /* translated */
  const char *clause;
  const char *unit;   /* "mm", "pt" or a word, translated */
  double      value;  /* in that unit */
  char       *range;  /* the decree's, with its unit */
  gboolean    is_right; /* within it */
} TosoMeasure;

void       toso_measure_free         (TosoMeasure        *measure);
GPtrArray *toso_profile_list_measures (const TosoProfile *profile); /* of TosoMeasure, in the decree's order */
/* @id: "top", "body_size", …; @value in the unit that findings say. */
gboolean   toso_profile_set_measure  (TosoProfile        *profile,
                                      const char         *id,
                                      double              value);

typedef enum
{
  TOSO_BLOCK_BODY,           /* justified, first-line indent */
  TOSO_BLOCK_BASIS,          /* italic */
  TOSO_BLOCK_HEADING_ROMAN,  /* "I. TÊN MỤC": bold, one line */
  TOSO_BLOCK_HEADING,        /* "1. Tên", "Điều 1. Tên": bold */
  TOSO_BLOCK_CENTERED_LABEL, /* "Phần I", "Chương I", "Mục 1" */
  TOSO_BLOCK_CENTERED_TITLE, /* its title */
  TOSO_BLOCK_CENTERED,       /* regular, centred */
  TOSO_BLOCK_TABLE,
  TOSO_BLOCK_FIGURE,
} TosoBlockKind;

/* Cells of a table that are one: the text is that of the first.  Downwards in
 * the header rows only. */
typedef struct
{
  guint row, column;
  guint n_rows, n_columns;
} TosoMerge;

/* Where a figure in the text comes from: "target:12/2026-Q1/value". */
typedef struct
{
  guint row, column;   /* of a table, else 0 */
  int   start, length; /* characters of the text or cell */
  char *source;
} TosoFigureSource;

/* At the foot of the page; its number goes after so many characters. */
typedef struct
{
  int   at;
  char *text;
} TosoNote;

/* Draws a picture whose natural size is @width by @height. */
typedef void (*TosoFigureFunc) (gpointer data,
                                cairo_t *cr,
                                double   width,
                                double   height);

typedef struct
{
  TosoBlockKind kind;
  char         *key;           /* what it was composed from, once in a paper; or NULL */
  char         *text;          /* a figure's caption; not for tables */
  int           outline_level; /* 0: not in the outline */
  int           bold_length;   /* characters at the start set bold: "Điều 1." before its text */
  GPtrArray    *notes;         /* of TosoNote, by place; or NULL */
  GPtrArray    *sources;       /* of TosoFigureSource, or NULL */
  /* tables */
  GPtrArray    *rows;          /* of GStrv, owned; the header row or rows first */
  guint         n_head_rows;   /* 1 unless said otherwise */
  gboolean      has_total;     /* the last row adds up those above it */
  GArray       *merges;        /* of TosoMerge, or NULL */
  /* figures: as wide as the text, in proportion */
  TosoFigureFunc draw;
  gpointer       draw_data;
  GDestroyNotify draw_free;
  double         figure_width, figure_height;
} TosoBlock;

/* Stands on pages of its own after the signature, numbered from 1 again
 * (Decree 30/2020/NĐ-CP, Annex I, Part I, III.1). */
typedef struct
{
  char      *key;       /* as of a block; or NULL */
  char      *label;     /* "Phụ lục I", or NULL */
  GStrv      title;     /* a string a printed line, or NULL */
  char      *reference; /* "(Kèm theo Kế hoạch số …)", or NULL */
  char      *stamp;     /* number and time of signing, of a file of its own (II.8.b); or NULL */
  GPtrArray *blocks;    /* of TosoBlock */
  gboolean   landscape;
} TosoAnnex;

typedef struct
{
  char      *superior;           /* or NULL */
  GStrv      agency;
  char      *nation;             /* NULL: Quốc hiệu */
  char      *motto;              /* NULL: Tiêu ngữ; "": none, as on a paper of the Party */
  char      *urgency;            /* "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"; or NULL */
  char      *circulation;        /* "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"; or NULL */
  char      *number_line;
  char      *place_date;
  char      *kind;               /* "KẾ HOẠCH"; NULL for a letter, whose title stands under its number */
  GStrv      title;              /* a string a printed line */
  GStrv      addressees;         /* after "Kính gửi:"; more than one: with dash and ending; or NULL */
  GPtrArray *blocks;             /* of TosoBlock */
  char      *recipients_heading; /* "Nơi nhận:" or NULL */
  GStrv      recipients;
  char      *drafter;            /* who drafted, and how many copies: "PL.(300)"; or NULL */
  GStrv      signature;          /* 1 … 3 lines */
  char      *signer;             /* further posts on lines above the name (II.7.đ) */
  GStrv      second_signature;   /* at the left, as of minutes; the recipients then stand below; or NULL */
  char      *second_signer;
  GBytes    *signature_picture;  /* PNG, blue on nothing (II.7.d); the user's own; or NULL */
  GBytes    *seal_picture;       /* PNG, red on nothing (II.8.a); or NULL */
  GStrv      address;            /* at the foot of the first page, a string a line; or NULL */
  GPtrArray *annexes;            /* of TosoAnnex */
  gboolean   landscape;          /* for wide tables that are no annex (I.2) */
  /* metadata */
  char      *subject;            /* PDF title */
  char      *author;
  char      *keywords;
  gint64     created;            /* UTC, seconds since 1970; 0: not said */
  char      *watermark;          /* "SỐ LIỆU MẪU" on every page, or NULL */
} TosoPaper;

TosoPaper *toso_paper_new       (void);
void       toso_paper_free      (TosoPaper    *paper);
TosoBlock *toso_paper_add_block (TosoPaper    *paper,
                                 TosoBlockKind kind,
                                 const char   *text);
TosoAnnex *toso_paper_add_annex (TosoPaper    *paper,
                                 const char   *label);
TosoBlock *toso_annex_add_block (TosoAnnex    *annex,
                                 TosoBlockKind kind,
                                 const char   *text);
TosoBlock *toso_block_append    (GPtrArray    *blocks,
                                 TosoBlockKind kind,
                                 const char   *text);
void       toso_block_add_row   (TosoBlock         *block,
                                 const char *const *cells);
void       toso_block_merge     (TosoBlock         *block,
                                 guint              row,
                                 guint              column,
                                 guint              n_rows,
                                 guint              n_columns);
void       toso_block_add_note  (TosoBlock    *block,
                                 int           at,
                                 const char   *text);
void       toso_block_add_source (TosoBlock   *block,
                                 guint         row,
                                 guint         column,
                                 int           start,
                                 int           length,
                                 const char   *source);
/* @draw is called when the paper is laid out, once. */
TosoBlock *toso_block_append_figure (GPtrArray     *blocks,
                                 const char    *caption,
                                 double         width,
                                 double         height,
                                 TosoFigureFunc draw,
                                 gpointer       data,
                                 GDestroyNotify data_free);

#define TOSO_TYPE_DOCUMENT (toso_document_get_type ())
G_DECLARE_FINAL_TYPE (TosoDocument, toso_document, TOSO, DOCUMENT, GObject)

/* Lays out; keeps no reference to @paper.  Any thread. */
TosoDocument *toso_document_new         (const TosoPaper   *paper,
                                         const TosoProfile *profile,
                                         GError           **error);
guint         toso_document_get_n_pages (TosoDocument      *self);
void          toso_document_get_page_size (TosoDocument    *self,
                                         guint              page,
                                         double            *width,
                                         double            *height);
void          toso_document_draw_page   (TosoDocument      *self,
                                         guint              page,
                                         cairo_t           *cr);
/* Where a figure of the paper stands on a page, in points from its top left
 * corner, and what it comes from: for a click on the preview. */
typedef struct
{
  double      x, y, width, height;
  const char *source; /* of TosoFigureSource; the document's */
} TosoPlacedSource;

GArray       *toso_document_list_sources (TosoDocument     *self, /* of TosoPlacedSource */
                                         guint              page);
/* Where a block or an annex begins, by its key: points from the page's upper
 * edge.  FALSE when nothing of it is printed. */
#define TOSO_DOCUMENT_FOOT "foot" /* key of recipients and signature */
gboolean      toso_document_find_block  (TosoDocument     *self,
                                         const char       *key,
                                         guint            *page,
                                         double           *top);
/* A character that no font has, and the first page that it stands on, from 0. */
typedef struct
{
  gunichar character;
  guint    page;
} TosoMissingGlyph;

GArray       *toso_document_list_missing (TosoDocument     *self); /* of TosoMissingGlyph, each once */
char         *toso_missing_glyph_to_text (const TosoMissingGlyph *self); /* "“𝒳” (U+1D4B3)" */
/* All of them in a sentence; NULL when there is none. */
char         *toso_document_describe_missing (TosoDocument *self);
/* Reproducible: the date is SOURCE_DATE_EPOCH when set, else the paper's own. */
GBytes       *toso_document_to_pdf      (TosoDocument      *self,
                                         GCancellable      *cancellable,
                                         GError           **error);
/* To memory first, then in place of @file by rename (toso_output_write): a
 * failure leaves the old one, and so does a file that is no PDF. */
gboolean      toso_document_write_pdf   (TosoDocument      *self,
                                         GFile             *file,
                                         GCancellable      *cancellable,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPaper, toso_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoProfileFinding, toso_profile_finding_free)

G_END_DECLS
