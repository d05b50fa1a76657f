/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-kind-private.h"

#include <glib/gi18n-lib.h>

static void
compose_sum (const TosoPaperData *data,
             GPtrArray           *blocks)
{
  TosoSentence    *sentence;
  g_autofree char *n_teams = toso_words_count (toso_paper_data_count_teams (data));
  g_autofree char *n_members = toso_words_count (data->members->len);

  if (data->members->len == 0)
    return;
  sentence = toso_sentence_new ();
  toso_sentence_add (sentence, "Danh sách này có ");
  toso_sentence_add_figure (sentence, n_members, "membership/count");
  toso_sentence_add (sentence, " người của ");
  toso_sentence_add_figure (sentence, n_teams, "team/count");
  toso_sentence_add (sentence, "/%u %s.", data->villages->len, data->village_word);
  toso_sentence_to_block (sentence, blocks, TOSO_BLOCK_BODY);
}

static const TosoPaperPart parts[] = {
  { 0, NULL, toso_table_members },
  { 0, NULL, compose_sum },
  { 0, NULL, NULL },
};

const TosoPaperKind toso_kind_members = {
  .name = "members",
  .label = N_ ("List of teams and members"),
  .code = "",
  .kind = "DANH SÁCH",
  .title = "{team} và thành viên|trên địa bàn {commune} năm {year}",
  .parts = parts,
  .unsigned_list = TRUE,
};
