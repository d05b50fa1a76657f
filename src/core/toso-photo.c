/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-photo.h"

#include <string.h>

/* Tags of Exif 2.32 (JEITA CP-3451). */
#define TAG_ORIENTATION 0x0112
#define TAG_CHANGED     0x0132
#define TAG_EXIF        0x8769
#define TAG_TAKEN       0x9003
#define TYPE_ASCII      2
#define DATE_LENGTH     20 /* "2026:03:18 07:30:00" and its zero */
#define MAX_ENTRIES     512
#define MAX_SEGMENTS    256

typedef struct
{
  const guint8 *data;
  gsize         size;
  gboolean      is_big_endian;
} Tiff;

static guint
read_16 (const Tiff *tiff,
         gsize       at)
{
  const guint8 *p = tiff->data + at;

  if (at > tiff->size || tiff->size - at < 2)
    return 0;

  return tiff->is_big_endian ? (guint) p[0] << 8 | p[1] : (guint) p[1] << 8 | p[0];
}

static guint32
read_32 (const Tiff *tiff,
         gsize       at)
{
  guint32 first = read_16 (tiff, at);
  guint32 second = read_16 (tiff, at + 2);

  return tiff->is_big_endian ? first << 16 | second : second << 16 | first;
}

static guint
read_digits (const guint8 *p,
             guint         n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return 0;
      value = value * 10 + (guint) (p[i] - '0');
    }

  return value;
}

/* "2026:03:18 07:30:00"; cameras without a clock write zeros or blanks. */
static void
read_day (const Tiff *tiff,
          gsize       entry,
          TosoDate   *day)
{
  gsize         at = read_32 (tiff, entry + 8);
  const guint8 *p = tiff->data + at;
  TosoDate      date;

  if (read_16 (tiff, entry + 2) != TYPE_ASCII || read_32 (tiff, entry + 4) < DATE_LENGTH - 1 || at > tiff->size ||
      tiff->size - at < DATE_LENGTH - 1 || p[4] != ':' || p[7] != ':')
    return;

  date = (TosoDate){ (gint16) read_digits (p, 4), (gint8) read_digits (p + 5, 2), (gint8) read_digits (p + 8, 2) };
  if (date.year >= 1990 && toso_date_is_valid (date))
    *day = date;
}

/* The entries of one directory; where the next one is. */
static gsize
read_directory (const Tiff *tiff,
                gsize       at,
                TosoPhoto  *photo,
                TosoDate   *changed)
{
  guint n = MIN (read_16 (tiff, at), MAX_ENTRIES);
  gsize exif = 0;

  for (guint i = 0; i < n; i++)
    {
      gsize entry = at + 2 + (gsize) i * 12;

      if (entry > tiff->size || tiff->size - entry < 12)
        break;
      switch (read_16 (tiff, entry))
        {
        case TAG_ORIENTATION:
          if (read_16 (tiff, entry + 8) >= 1 && read_16 (tiff, entry + 8) <= 8)
            photo->orientation = read_16 (tiff, entry + 8);
          break;
        case TAG_CHANGED:
          read_day (tiff, entry, changed);
          break;
        case TAG_TAKEN:
          read_day (tiff, entry, &photo->day);
          break;
        case TAG_EXIF:
          exif = read_32 (tiff, entry + 8);
          break;
        default:
          break;
        }
    }

  return exif;
}

static void
read_exif (const guint8 *data,
           gsize         size,
           TosoPhoto    *photo)
{
  Tiff     tiff = { data, size };
  TosoDate changed = { 0 };
  gsize    exif;

  if (size < 8 || (memcmp (data, "II*\0", 4) != 0 && memcmp (data, "MM\0*", 4) != 0))
    return;
  tiff.is_big_endian = *data == 'M';

  /* Two directories, never more: none can lead back to itself. */
  exif = read_directory (&tiff, read_32 (&tiff, 4), photo, &changed);
  if (exif != 0)
    read_directory (&tiff, exif, photo, &changed);
  if (!toso_date_is_valid (photo->day))
    photo->day = changed;
}

/* Segments up to the picture itself (ITU-T T.81, Annex B). */
static gboolean
read_jpeg (const guint8 *data,
           gsize         size,
           TosoPhoto    *photo)
{
  gsize at = 2;

  photo->kind = TOSO_PHOTO_JPEG;
  for (guint i = 0; i < MAX_SEGMENTS && size - at >= 4; i++)
    {
      guint         mark = data[at + 1];
      gsize         length = (gsize) data[at + 2] << 8 | data[at + 3];
      const guint8 *body = data + at + 4;

      if (data[at] != 0xff || length < 2 || size - at - 2 < length)
        return FALSE;
      if (mark == 0xe1 && length >= 2 + 6 && memcmp (body, "Exif\0\0", 6) == 0)
        read_exif (body + 6, length - 2 - 6, photo);
      /* The frame, of whatever coding; 0xc4, 0xc8 and 0xcc are tables. */
      else if (mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc)
        {
          if (length < 2 + 5)
            return FALSE;
          photo->height = (guint) body[1] << 8 | body[2];
          photo->width = (guint) body[3] << 8 | body[4];
          return photo->width > 0 && photo->height > 0;
        }
      at += 2 + length;
    }

  return FALSE;
}

static gboolean
read_png (const guint8 *data,
          gsize         size,
          TosoPhoto    *photo)
{
  Tiff header = { data, size, TRUE };

  photo->kind = TOSO_PHOTO_PNG;
  if (size < 33 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  photo->width = read_32 (&header, 16);
  photo->height = read_32 (&header, 20);

  return photo->width > 0 && photo->height > 0 && photo->width <= G_MAXINT16 && photo->height <= G_MAXINT16;
}

gboolean
toso_photo_read (const void *data,
                 gsize       size,
                 TosoPhoto  *photo)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  const guint8       *bytes = data;

  *photo = (TosoPhoto){ .orientation = 1 };
  if (size > 4 && bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff)
    return read_jpeg (bytes, size, photo);

  return size > sizeof png && memcmp (bytes, png, sizeof png) == 0 && read_png (bytes, size, photo);
}
