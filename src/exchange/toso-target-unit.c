/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <string.h>

/* What plans count; the longest first where one begins another. */
static const char *const units[] = {
  "lớp", "buổi", "cuộc", "hội nghị", "hội thi", "đợt", "lần", "lượt", "tin bài", "tin, bài",
  "tin", "bài", "mô hình", "sản phẩm", "thành viên", "người", "hộ gia đình", "hộ", "điểm", "chuyên mục", "chuyên đề",
  "video", "clip", "pano", "tờ rơi", "cán bộ", "văn bản", "thủ tục", "hồ sơ", "doanh nghiệp", "hợp tác xã", "cơ sở",
  "tổ", "thôn", "làng", "bản", "xóm", "ấp", "buôn", "khu phố", "khu dân cư", "tổ dân phố", "gia đình", "mã qr", "cửa hàng",
  "camera", "công dân", "trường", "trạm", "giấy", "triệu đồng", "tỷ đồng", "phiên", "nhóm", "kênh", "vụ", "đại biểu",
  "học viên", "học sinh", "hội viên", "đoàn viên", "tài khoản", "chữ ký số", "thiết bị", "giao dịch", "đơn vị", "cơ quan",
  "câu lạc bộ", "chi hội", "chi đoàn", "sáng kiến", "giải pháp", "giải thưởng", "khóa", "khoá", "chương trình", "băng rôn",
  "áp phích", "fanpage", "website", "thẻ", "suất", NULL
};

/* Numbers before these words count nothing. */
static const char *const no_units[] = {
  "tuổi", "năm", "tháng", "ngày", "giờ", "tổ chức", "ban hành", "và", "đến", "khi", "trở", "hoặc", NULL
};

gsize
toso_target_unit_length (const TosoFold *fold,
                         const char     *text,
                         gsize           at)
{
  return toso_fold_has_any_exact (fold, text, at, units);
}

/* "/năm", "/thôn", "/Tổ": what the number is for each of; ends where the word
 * does */
gsize
toso_target_per_end (const TosoFold *fold,
                     const char     *text,
                     gsize           at,
                     gsize           to)
{
  gsize end;
  gsize known;

  if (at >= to || fold->ascii[at] != '/')
    return at;
  known = toso_fold_has_any_exact (fold, text, at + 1, units);
  for (end = at + 1; end < to && g_ascii_isalpha (fold->ascii[end]); end++)
    ;
  end = MAX (end, at + 1 + known);
  return end > at + 1 && end <= to ? end : at;
}

/* The noun that is counted: one of those we know, or after "ít nhất" and the
 * like any word; a name in quotes is one. */
gsize
toso_target_noun_length (const TosoFold *fold,
                         const char     *text,
                         gsize           noun,
                         gsize           to,
                         gboolean        bound)
{
  gsize length = toso_fold_has_any_exact (fold, text, noun, units);
  gsize end;

  if (toso_fold_has_any_exact (fold, text, noun, no_units) > 0)
    return 0;
  if (length > 0 || !bound)
    return length;
  if (fold->ascii[noun] == '"')
    {
      const char *close = memchr (fold->ascii + noun + 1, '"', to - noun - 1);

      return close != NULL ? (gsize) (close + 1 - (fold->ascii + noun)) : 0;
    }
  for (end = noun; end < to && g_ascii_isalpha (fold->ascii[end]); end++)
    ;
  return end - noun;
}
