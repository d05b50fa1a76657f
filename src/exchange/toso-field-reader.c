/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-field-reader.h"

#include <string.h>

#include "exchange/toso-label-reader.h"

#define MAX_KEY_CHARS 80

static const struct
{
  const char *key;
  TosoField   field;
} keys[] = {
  { "don vi thuc hien", TOSO_FIELD_LEAD },
  { "don vi chu tri", TOSO_FIELD_LEAD },
  { "don vi chu tri thuc hien", TOSO_FIELD_LEAD },
  { "don vi chu tri, phoi hop", TOSO_FIELD_LEAD },
  { "don vi chu tri va phoi hop", TOSO_FIELD_LEAD },
  { "don vi chu tri/phoi hop", TOSO_FIELD_LEAD },
  { "don vi chu tri, don vi phoi hop", TOSO_FIELD_LEAD },
  { "co quan chu tri, phoi hop", TOSO_FIELD_LEAD },
  { "co quan chu tri va phoi hop", TOSO_FIELD_LEAD },
  { "chu tri, phoi hop", TOSO_FIELD_LEAD },
  { "chu tri va phoi hop", TOSO_FIELD_LEAD },
  { "don vi phu trach", TOSO_FIELD_LEAD },
  { "don vi chiu trach nhiem", TOSO_FIELD_LEAD },
  { "co quan thuc hien", TOSO_FIELD_LEAD },
  { "co quan chu tri", TOSO_FIELD_LEAD },
  { "co quan chu tri thuc hien", TOSO_FIELD_LEAD },
  { "co quan, don vi thuc hien", TOSO_FIELD_LEAD },
  { "co quan, don vi chu tri", TOSO_FIELD_LEAD },
  { "bo phan chu tri", TOSO_FIELD_LEAD },
  { "bo phan thuc hien", TOSO_FIELD_LEAD },
  { "phan cong thuc hien", TOSO_FIELD_LEAD },
  { "phan cong", TOSO_FIELD_LEAD },
  { "nguoi thuc hien", TOSO_FIELD_LEAD },
  { "nguoi phu trach", TOSO_FIELD_LEAD },
  { "nguoi chu tri", TOSO_FIELD_LEAD },
  { "chu tri thuc hien", TOSO_FIELD_LEAD },
  { "chu tri", TOSO_FIELD_LEAD },
  { "thuc hien", TOSO_FIELD_LEAD },
  { "don vi phoi hop", TOSO_FIELD_SUPPORTING },
  { "don vi phoi hop thuc hien", TOSO_FIELD_SUPPORTING },
  { "co quan phoi hop", TOSO_FIELD_SUPPORTING },
  { "co quan phoi hop thuc hien", TOSO_FIELD_SUPPORTING },
  { "co quan, don vi phoi hop", TOSO_FIELD_SUPPORTING },
  { "bo phan phoi hop", TOSO_FIELD_SUPPORTING },
  { "phoi hop thuc hien", TOSO_FIELD_SUPPORTING },
  { "phoi hop", TOSO_FIELD_SUPPORTING },
  { "thoi gian", TOSO_FIELD_TIME },
  { "thoi gian thuc hien", TOSO_FIELD_TIME },
  { "thoi gian hoan thanh", TOSO_FIELD_TIME },
  { "thoi gian to chuc", TOSO_FIELD_TIME },
  { "thoi han", TOSO_FIELD_TIME },
  { "thoi han hoan thanh", TOSO_FIELD_TIME },
  { "thoi han thuc hien", TOSO_FIELD_TIME },
  { "thoi diem", TOSO_FIELD_TIME },
  { "tien do", TOSO_FIELD_TIME },
  { "tien do thuc hien", TOSO_FIELD_TIME },
  { "hoan thanh", TOSO_FIELD_TIME },
  { "ket qua", TOSO_FIELD_RESULT },
  { "ket qua dat duoc", TOSO_FIELD_RESULT },
  { "ket qua dau ra", TOSO_FIELD_RESULT },
  { "ket qua du kien", TOSO_FIELD_RESULT },
  { "du kien ket qua", TOSO_FIELD_RESULT },
  { "ket qua thuc hien", TOSO_FIELD_RESULT },
  { "ket qua/san pham", TOSO_FIELD_RESULT },
  { "ket qua, san pham", TOSO_FIELD_RESULT },
  { "san pham", TOSO_FIELD_RESULT },
  { "san pham dau ra", TOSO_FIELD_RESULT },
  { "san pham du kien", TOSO_FIELD_RESULT },
};

TosoField
toso_field_read (const TosoFold *fold,
                 gsize           at,
                 gsize          *value)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize after = at + strlen (keys[i].key);

      if (!toso_fold_has (fold, at, keys[i].key))
        continue;
      after = toso_fold_skip (fold, after);
      if (after < fold->length && fold->ascii[after] == ':')
        {
          *value = toso_fold_skip (fold, after + 1);
          return keys[i].field;
        }
    }
  return TOSO_FIELD_NONE;
}

gboolean
toso_is_field_line (const char *line)
{
  g_autoptr (TosoFold) fold = NULL;
  gsize value = 0;

  line = toso_skip_bullet (line);
  if (!g_unichar_isupper (g_utf8_get_char (line)))
    return FALSE;
  fold = toso_fold_new (line, MAX_KEY_CHARS);
  return toso_field_read (fold, 0, &value) != TOSO_FIELD_NONE;
}

TosoField
toso_field_read_column (const char *title)
{
  /* In this order: "Đơn vị phối hợp thực hiện" is no lead. */
  static const struct
  {
    const char *words;
    TosoField   field;
  } columns[] = {
    { "stt", TOSO_FIELD_NUMBER },
    { "tt", TOSO_FIELD_NUMBER },
    { "so tt", TOSO_FIELD_NUMBER },
    { "so thu tu", TOSO_FIELD_NUMBER },
    { "ghi chu", TOSO_FIELD_NOTE },
    { "chu tri, phoi hop", TOSO_FIELD_LEAD },
    { "chu tri va phoi hop", TOSO_FIELD_LEAD },
    { "chu tri/phoi hop", TOSO_FIELD_LEAD },
    { "chu tri, don vi phoi hop", TOSO_FIELD_LEAD },
    { "phoi hop", TOSO_FIELD_SUPPORTING },
    { "thoi gian", TOSO_FIELD_TIME },
    { "thoi han", TOSO_FIELD_TIME },
    { "tien do", TOSO_FIELD_TIME },
    { "thoi diem", TOSO_FIELD_TIME },
    { "hoan thanh", TOSO_FIELD_TIME },
    { "ket qua", TOSO_FIELD_RESULT },
    { "san pham", TOSO_FIELD_RESULT },
    { "chu tri", TOSO_FIELD_LEAD },
    { "don vi thuc hien", TOSO_FIELD_LEAD },
    { "co quan thuc hien", TOSO_FIELD_LEAD },
    { "don vi", TOSO_FIELD_LEAD },
    { "co quan", TOSO_FIELD_LEAD },
    { "phu trach", TOSO_FIELD_LEAD },
    { "nguoi thuc hien", TOSO_FIELD_LEAD },
    { "nhiem vu", TOSO_FIELD_CONTENT },
    { "noi dung", TOSO_FIELD_CONTENT },
    { "cong viec", TOSO_FIELD_CONTENT },
    { "hoat dong", TOSO_FIELD_CONTENT },
  };
  g_autoptr (TosoFold) fold = toso_fold_new (title, MAX_KEY_CHARS);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    if (toso_fold_find (fold, 0, columns[i].words) >= 0)
      return columns[i].field;
  return TOSO_FIELD_NONE;
}
