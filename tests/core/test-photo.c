/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-photo.h"

/* A phone's photo: Exif with its directory, then the frame of 4000 × 3000. */
static GByteArray *
make_jpeg (gboolean    big_endian,
           const char *taken)
{
  GByteArray         *jpeg = g_byte_array_new ();
  GByteArray         *tiff = g_byte_array_new ();
  guint8              length[2];
  static const guint8 start[] = { 0xff, 0xd8, 0xff, 0xe1 };
  static const guint8 frame[] = { 0xff, 0xc0, 0, 11, 8, 0x0b, 0xb8, 0x0f, 0xa0, 1, 1, 0x11, 0, 0xff, 0xd9 };
  /* Orientation 6, the way to the other directory, the day in that. */
  static const guint8 little[] = { 'I', 'I', '*', 0, 8, 0, 0, 0,
                                   2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0,
                                   1, 0, 3, 0x90, 2, 0, 20, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0 };
  static const guint8 big[] = { 'M', 'M', 0, '*', 0, 0, 0, 8,
                                0, 2, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0,
                                0, 1, 0x90, 3, 0, 2, 0, 0, 0, 20, 0, 0, 0, 56, 0, 0, 0, 0 };

  g_byte_array_append (tiff, (const guint8 *) "Exif\0\0", 6);
  g_byte_array_append (tiff, big_endian ? big : little, sizeof little);
  g_byte_array_append (tiff, (const guint8 *) taken, (guint) strlen (taken) + 1);
  length[0] = (guint8) ((tiff->len + 2) >> 8);
  length[1] = (guint8) (tiff->len + 2);
  g_byte_array_append (jpeg, start, sizeof start);
  g_byte_array_append (jpeg, length, sizeof length);
  g_byte_array_append (jpeg, tiff->data, tiff->len);
  g_byte_array_append (jpeg, frame, sizeof frame);
  g_byte_array_unref (tiff);

  return jpeg;
}

static void
test_exif (void)
{
  static const struct
  {
    gboolean    big_endian;
    const char *taken;
    TosoDate    day;
  } cases[] = {
    { FALSE, "2026:03:18 07:30:00", { 2026, 3, 18 } },
    { TRUE, "2026:12:31 23:59:59", { 2026, 12, 31 } },
    { FALSE, "0000:00:00 00:00:00", { 0, 0, 0 } },
    { FALSE, "    :  :     :  :  ", { 0, 0, 0 } },
    { TRUE, "2026:02:30 07:30:00", { 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) jpeg = make_jpeg (cases[i].big_endian, cases[i].taken);
      TosoPhoto photo;

      g_assert_true (toso_photo_read (jpeg->data, jpeg->len, &photo));
      g_assert_cmpuint (photo.kind, ==, TOSO_PHOTO_JPEG);
      g_assert_cmpuint (photo.width, ==, 4000);
      g_assert_cmpuint (photo.height, ==, 3000);
      g_assert_cmpuint (photo.orientation, ==, 6);
      g_assert_cmpint (toso_date_compare (photo.day, cases[i].day), ==, 0);
    }
}

static void
test_png (void)
{
  guint8    png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 0, 0, 0, 0, 200,
                      8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
  TosoPhoto photo;

  g_assert_true (toso_photo_read (png, sizeof png, &photo));
  g_assert_cmpuint (photo.width, ==, 256);
  g_assert_cmpuint (photo.height, ==, 200);
  g_assert_false (toso_date_is_valid (photo.day));
  png[16] = 0x7f; /* wider than any camera's */
  g_assert_false (toso_photo_read (png, sizeof png, &photo));
}

static void
test_none (void)
{
  static const char *const none[] = { "", "a", "%PDF-1.5", "\xff\xd8\xff", "\x89PNG", "GIF89a....................", "PK\3\4" };
  TosoPhoto                photo;

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (toso_photo_read (none[i], strlen (none[i]), &photo));
}

/* Cut short anywhere, and with any bytes changed: read or refused. */
static void
test_hostile (void)
{
  g_autoptr (GByteArray) jpeg = make_jpeg (FALSE, "2026:03:18 07:30:00");
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  TosoPhoto photo;

  for (guint size = 0; size < jpeg->len; size++)
    {
      g_autofree guint8 *cut = g_memdup2 (jpeg->data, size);

      toso_photo_read (cut, size, &photo);
    }
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (jpeg->data, jpeg->len);

      for (guint k = 0; k < 4; k++)
        copy[g_rand_int_range (rand, 0, (gint32) jpeg->len)] = (guint8) g_rand_int_range (rand, 0, 256);
      if (toso_photo_read (copy, jpeg->len, &photo))
        g_assert_true (photo.width > 0 && photo.height > 0 && photo.orientation >= 1 && photo.orientation <= 8);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/exif", test_exif);
  g_test_add_func ("/photo/png", test_png);
  g_test_add_func ("/photo/none", test_none);
  g_test_add_func ("/photo/hostile", test_hostile);

  return g_test_run ();
}
