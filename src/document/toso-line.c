/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-typeset-private.h"

#include <string.h>

/* What one line takes: [start, end) is printed, the next line starts at next. */
typedef struct
{
  int start, end, next;
  int width;
} Segment;

/* Where the next line begins: in the middle of a word if one was cut. */
typedef struct
{
  guint word;
  int   start; /* byte */
  int   width; /* of what is left of the word */
} Place;

/* Whether the character before @at may be the last of a line.  A hyphen may
 * not: who reads the page back takes it for one of the typesetter's. */
static gboolean
may_end_line (const TosoParagraph *self,
              int                  at,
              gboolean             at_sign)
{
  if (at_sign)
    return strchr ("/_.&=?,", self->text[at - 1]) != NULL || self->text[at] == '-';

  return self->text[at - 1] != '-';
}

/* Cuts a word that is wider than a line: after a sign of an address, or before
 * its hyphen, if one is near the end of what fits, else between any two
 * characters. */
static Segment
cut_word (TosoParagraph  *self,
          const TosoWord *word,
          int             start,
          int             room)
{
  Segment segment = { start, start, start, 0 };
  Segment any = segment;
  int     width = 0;
  int     at = start;

  while (at < word->end)
    {
      int next = at + 1;

      /* A cluster goes on as long as nothing advances. */
      while (next < word->end && self->advances[next] == 0)
        next++;
      if (at > start && width + self->advances[at] > room)
        break;
      width += self->advances[at];
      at = next;
      if (may_end_line (self, at, FALSE))
        any = (Segment){ start, at, at, width };
      if (may_end_line (self, at, TRUE) && may_end_line (self, at, FALSE) && width > room * 2 / 3)
        segment = any;
    }
  if (at == word->end || any.end == start)
    segment = (Segment){ start, at, at, width };
  else if (segment.end == start)
    segment = any;

  return segment;
}

/* As many dots of a leader after @segment as the line has room for. */
static gboolean
add_leader (TosoParagraph *self,
            Segment       *segment,
            Place         *place,
            guint          i,
            int            room)
{
  const TosoWord *word = &g_array_index (self->words, TosoWord, i);
  int             space = g_array_index (self->words, TosoWord, i - 1).space;
  Segment         part;

  if (!word->is_leader || segment->width + space >= room)
    return FALSE;
  part = cut_word (self, word, word->start, room - segment->width - space);
  /* The first is taken however narrow the line is. */
  if (segment->width + space + part.width > room)
    return FALSE;
  segment->end = part.end;
  segment->next = part.next;
  segment->width += space + part.width;
  *place = (Place){ i, part.next, word->width - part.width };

  return TRUE;
}

/* Fills one line from @place on, as a typist does: as many words as go in. */
static Segment
fill_line (TosoParagraph *self,
           Place         *place,
           int            room)
{
  const TosoWord *words = (const TosoWord *) (void *) self->words->data;
  Segment         segment = { 0 };
  Segment         good = { 0 };
  guint           good_word = place->word;
  guint           i = place->word;
  int             width = place->width;

  if (width > room)
    {
      segment = cut_word (self, &words[i], place->start, room);
      if (segment.end < words[i].end)
        {
          place->start = segment.next;
          place->width -= segment.width;
          return segment;
        }
    }

  segment.start = place->start;
  for (;;)
    {
      segment.end = words[i].end;
      segment.next = words[i].next;
      segment.width = width;
      i++;
      if (i == self->words->len || !words[i - 1].glued)
        {
          good = segment;
          good_word = i;
        }
      if (i == self->words->len || width + words[i - 1].space + words[i].width > room)
        break;
      width += words[i - 1].space + words[i].width;
    }
  /* Nothing but glued words on the line: the glue gives way. */
  if (good_word == place->word)
    {
      good = segment;
      good_word = i;
    }
  if (good_word == i && i < self->words->len && add_leader (self, &good, place, i, room))
    return good;
  place->word = good_word;
  place->start = good.next;
  place->width = good_word < self->words->len ? words[good_word].width : 0;

  return good;
}

static GArray *
fill_lines (TosoParagraph *self,
            int            width,
            int            indent)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  Place   place = { 0 };

  if (self->words->len > 0)
    place.width = g_array_index (self->words, TosoWord, 0).width;
  while (place.word < self->words->len)
    {
      int     room = width - (segments->len == 0 ? indent : 0);
      Segment segment = fill_line (self, &place, MAX (room, 1));

      g_array_append_val (segments, segment);
    }

  return segments;
}

/* The narrowest column that takes no more lines than the full one: all lines
 * then have about one length. */
static GArray *
fill_balanced (TosoParagraph *self,
               int            width)
{
  GArray *segments = fill_lines (self, width, 0);
  int     low = width / 4;
  int     high = width;

  if (segments->len < 2)
    return segments;
  while (high - low > PANGO_SCALE)
    {
      int     middle = low + (high - low) / 2;
      GArray *tried = fill_lines (self, middle, 0);

      if (tried->len > segments->len)
        {
          low = middle;
          g_array_unref (tried);
        }
      else
        {
          high = middle;
          g_array_unref (segments);
          segments = tried;
        }
    }

  return segments;
}

/* Before it is broken; @width: of a column, points. */
guint
toso_paragraph_count_lines (TosoParagraph *self,
                            double         width)
{
  GArray *tried = fill_lines (self, MAX (pango_units_from_double (width / self->scale), 1), 0);
  guint   n = tried->len;

  g_array_unref (tried);

  return n;
}

/**
 * toso_paragraph_get_width_for:
 *
 * Before it is broken.
 *
 * Returns: the narrowest column, points, that sets the text in @n_lines, if its
 *   words fit into one at all
 */
double
toso_paragraph_get_width_for (TosoParagraph *self,
                              guint          n_lines)
{
  int low = (int) (toso_paragraph_get_min_width (self) * PANGO_SCALE / self->scale);
  int high = (int) (toso_paragraph_get_max_width (self) * PANGO_SCALE / self->scale) + 1;

  while (high - low > PANGO_SCALE / 4)
    {
      int     middle = low + (high - low) / 2;
      GArray *tried = fill_lines (self, middle, 0);

      if (tried->len > n_lines)
        low = middle;
      else
        high = middle;
      g_array_unref (tried);
    }

  return high * self->scale / PANGO_SCALE;
}

/* Glyphs of @piece for the text up to @end, from those not yet used.  A piece
 * of right-to-left text is used up from its end. */
static void
take_glyphs (TosoPiece *piece,
             int        end,
             TosoRun   *run)
{
  const int *clusters = piece->glyphs->log_clusters;
  int        n = piece->glyphs->num_glyphs;
  gboolean   backwards = piece->item->analysis.level % 2 != 0;
  int        relative_end = end - piece->item->offset;
  int        count = 0;

  while (piece->used + count < n &&
         clusters[backwards ? n - 1 - piece->used - count : piece->used + count] < relative_end)
    count++;
  run->first_glyph = backwards ? n - piece->used - count : piece->used;
  run->n_glyphs = count;
  piece->used += count;
}

/* Clusters are counted from the run's own start, as Pango's drawing expects. */
static void
finish_run (TosoParagraph *self,
            TosoPiece     *piece,
            TosoRun       *run)
{
  int shift = run->offset - piece->item->offset;

  run->piece = piece;
  run->n_chars = (int) g_utf8_strlen (self->text + run->offset, run->length);
  for (int i = run->first_glyph; i < run->first_glyph + run->n_glyphs; i++)
    {
      piece->glyphs->log_clusters[i] -= shift;
      run->width += piece->glyphs->glyphs[i].geometry.width;
    }
}

static void
add_runs (TosoParagraph *self,
          TosoLine      *line,
          int            next,
          guint         *cursor)
{
  line->first_run = self->runs->len;
  while (*cursor < self->pieces->len)
    {
      TosoPiece *piece = &g_array_index (self->pieces, TosoPiece, *cursor);
      int        piece_end = piece->item->offset + piece->item->length;
      TosoRun    run = { 0 };

      run.offset = MAX (line->start, piece->item->offset);
      run.length = MIN (next, piece_end) - run.offset;
      if (run.length <= 0)
        break;
      take_glyphs (piece, run.offset + run.length, &run);
      finish_run (self, piece, &run);
      g_array_append_val (self->runs, run);
      line->n_runs++;
      if (piece_end > next)
        break;
      (*cursor)++;
    }
}

typedef void (*GlyphFunc) (PangoGlyphInfo *glyph,
                           gpointer        user_data);

/* Those of @character, UTF-8, in [start, end). */
static void
foreach_glyph (TosoParagraph  *self,
               const TosoLine *line,
               const char     *character,
               int             start,
               int             end,
               GlyphFunc       func,
               gpointer        user_data)
{
  for (guint r = line->first_run; r < line->first_run + line->n_runs; r++)
    {
      TosoRun          *run = &g_array_index (self->runs, TosoRun, r);
      PangoGlyphString *glyphs = run->piece->glyphs;

      for (int i = run->first_glyph; i < run->first_glyph + run->n_glyphs; i++)
        {
          int at = run->offset + glyphs->log_clusters[i];
          int old_width = glyphs->glyphs[i].geometry.width;

          if (at < start || at >= end || self->text[at] != *character || !g_str_has_prefix (self->text + at, character))
            continue;
          func (&glyphs->glyphs[i], user_data);
          run->width += glyphs->glyphs[i].geometry.width - old_width;
        }
    }
}

static void
hide_space (PangoGlyphInfo *glyph,
            gpointer        user_data)
{
  glyph->geometry.width = 0;
}

typedef struct
{
  int extra;
  int n_glyphs;
} Stretch;

static void
stretch_glyph (PangoGlyphInfo *glyph,
               gpointer        user_data)
{
  Stretch *stretch = user_data;
  int      share = stretch->extra / stretch->n_glyphs;

  glyph->geometry.width += share;
  stretch->extra -= share;
  stretch->n_glyphs--;
}

/* Both edges straight: the spaces share what is left.  The one after the dash
 * of a point keeps its width, so that points stand under one another. */
static void
justify (TosoParagraph *self,
         TosoLine      *line,
         int            room)
{
  Stretch stretch = { room - line->width, 0 };
  int     start = line->start;

  if (start == 0 && line->end > 2 && strchr ("-+", self->text[0]) != NULL && self->text[1] == ' ')
    start = 2;
  for (int at = start; at < line->end; at++)
    stretch.n_glyphs += self->text[at] == ' ';
  if (stretch.n_glyphs == 0 || stretch.extra <= 0)
    return;

  foreach_glyph (self, line, " ", start, line->end, stretch_glyph, &stretch);
  line->width = room;
}

/* Dots to write on that end a line end at the edge, as a typist's tab leader
 * does: whoever counted them did not know how long the line is. */
#define DOTS         "…"
#define FEWEST_DOTS  4
#define MOST_STRETCH 0.08 /* of the dots' own width: wider apart, they are read back as words */

static gboolean
stretch_leader (TosoParagraph *self,
                TosoLine      *line,
                int            room)
{
  Stretch stretch = { room - line->width, 0 };
  int     dot = (int) strlen (DOTS);
  int     start = line->end;
  int     width = 0;

  for (; start - dot >= line->start && memcmp (self->text + start - dot, DOTS, dot) == 0; start -= dot)
    {
      width += self->advances[start - dot];
      stretch.n_glyphs++;
    }
  if (stretch.n_glyphs < FEWEST_DOTS || stretch.extra <= 0 || stretch.extra > width * MOST_STRETCH)
    return FALSE;

  stretch.n_glyphs--;
  foreach_glyph (self, line, DOTS, start, line->end - dot, stretch_glyph, &stretch);
  line->width = room;

  return TRUE;
}

static void
place_line (TosoParagraph *self,
            TosoLine      *line,
            int            width,
            int            indent,
            TosoAlign      align,
            gboolean       last)
{
  int room = width - indent;

  line->x = indent;
  if (align == TOSO_ALIGN_JUSTIFY && !stretch_leader (self, line, room) && !last)
    justify (self, line, room);
  else if (align == TOSO_ALIGN_CENTER)
    line->x += (room - line->width) / 2;
  else if (align == TOSO_ALIGN_RIGHT)
    line->x += room - line->width;
}

/**
 * toso_paragraph_break:
 * @width: of the column, points
 * @indent: of the first line, points
 *
 * Makes the lines.  May be called once.
 */
void
toso_paragraph_break (TosoParagraph *self,
                      double         width,
                      double         indent,
                      TosoAlign      align,
                      TosoBreakFlags flags)
{
  int     column = MAX (pango_units_from_double (width / self->scale), 1);
  int     first_indent = pango_units_from_double (indent / self->scale);
  GArray *segments;
  guint   cursor = 0;

  g_assert (self->lines == NULL);

  if ((flags & TOSO_BREAK_NO_LONELY) && self->words->len > 2)
    g_array_index (self->words, TosoWord, self->words->len - 2).glued = TRUE;
  segments = flags & TOSO_BREAK_BALANCED ? fill_balanced (self, column)
                                         : fill_lines (self, column, first_indent);

  self->runs = g_array_sized_new (FALSE, FALSE, sizeof (TosoRun), segments->len);
  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (TosoLine), segments->len);
  for (guint i = 0; i < segments->len; i++)
    {
      const Segment *segment = &g_array_index (segments, Segment, i);
      TosoLine       line = { self, 0, 0, segment->start, segment->end, 0, segment->width };

      add_runs (self, &line, segment->next, &cursor);
      foreach_glyph (self, &line, " ", segment->end, segment->next, hide_space, NULL);
      place_line (self, &line, column, i == 0 ? first_indent : 0, align, i + 1 == segments->len);
      g_array_append_val (self->lines, line);
    }
  g_array_unref (segments);
  g_clear_pointer (&self->advances, g_free);
  g_clear_pointer (&self->words, g_array_unref);
}
