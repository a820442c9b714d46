// Written by Tests/Training/make_tables.py together with Tables/. Licence of the data: Tables/ATTRIBUTION.md.
#include "CWordFrequencies.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t table_ar[] = {
#embed "Tables/ar.bin"
};
static const uint8_t table_bg[] = {
#embed "Tables/bg.bin"
};
static const uint8_t table_bn[] = {
#embed "Tables/bn.bin"
};
static const uint8_t table_ca[] = {
#embed "Tables/ca.bin"
};
static const uint8_t table_cs[] = {
#embed "Tables/cs.bin"
};
static const uint8_t table_da[] = {
#embed "Tables/da.bin"
};
static const uint8_t table_de[] = {
#embed "Tables/de.bin"
};
static const uint8_t table_el[] = {
#embed "Tables/el.bin"
};
static const uint8_t table_en[] = {
#embed "Tables/en.bin"
};
static const uint8_t table_es[] = {
#embed "Tables/es.bin"
};
static const uint8_t table_fa[] = {
#embed "Tables/fa.bin"
};
static const uint8_t table_fi[] = {
#embed "Tables/fi.bin"
};
static const uint8_t table_fil[] = {
#embed "Tables/fil.bin"
};
static const uint8_t table_fr[] = {
#embed "Tables/fr.bin"
};
static const uint8_t table_he[] = {
#embed "Tables/he.bin"
};
static const uint8_t table_hi[] = {
#embed "Tables/hi.bin"
};
static const uint8_t table_hu[] = {
#embed "Tables/hu.bin"
};
static const uint8_t table_id[] = {
#embed "Tables/id.bin"
};
static const uint8_t table_is[] = {
#embed "Tables/is.bin"
};
static const uint8_t table_it[] = {
#embed "Tables/it.bin"
};
static const uint8_t table_ja[] = {
#embed "Tables/ja.bin"
};
static const uint8_t table_ko[] = {
#embed "Tables/ko.bin"
};
static const uint8_t table_lt[] = {
#embed "Tables/lt.bin"
};
static const uint8_t table_lv[] = {
#embed "Tables/lv.bin"
};
static const uint8_t table_mk[] = {
#embed "Tables/mk.bin"
};
static const uint8_t table_ms[] = {
#embed "Tables/ms.bin"
};
static const uint8_t table_nb[] = {
#embed "Tables/nb.bin"
};
static const uint8_t table_nl[] = {
#embed "Tables/nl.bin"
};
static const uint8_t table_pl[] = {
#embed "Tables/pl.bin"
};
static const uint8_t table_pt[] = {
#embed "Tables/pt.bin"
};
static const uint8_t table_ro[] = {
#embed "Tables/ro.bin"
};
static const uint8_t table_ru[] = {
#embed "Tables/ru.bin"
};
static const uint8_t table_sh[] = {
#embed "Tables/sh.bin"
};
static const uint8_t table_sk[] = {
#embed "Tables/sk.bin"
};
static const uint8_t table_sl[] = {
#embed "Tables/sl.bin"
};
static const uint8_t table_sv[] = {
#embed "Tables/sv.bin"
};
static const uint8_t table_ta[] = {
#embed "Tables/ta.bin"
};
static const uint8_t table_tr[] = {
#embed "Tables/tr.bin"
};
static const uint8_t table_uk[] = {
#embed "Tables/uk.bin"
};
static const uint8_t table_ur[] = {
#embed "Tables/ur.bin"
};
static const uint8_t table_vi[] = {
#embed "Tables/vi.bin"
};
static const uint8_t table_zh[] = {
#embed "Tables/zh.bin"
};

static const newsfold_frequency_table tables[] = {
  {"ar", table_ar, sizeof table_ar},
  {"bg", table_bg, sizeof table_bg},
  {"bn", table_bn, sizeof table_bn},
  {"ca", table_ca, sizeof table_ca},
  {"cs", table_cs, sizeof table_cs},
  {"da", table_da, sizeof table_da},
  {"de", table_de, sizeof table_de},
  {"el", table_el, sizeof table_el},
  {"en", table_en, sizeof table_en},
  {"es", table_es, sizeof table_es},
  {"fa", table_fa, sizeof table_fa},
  {"fi", table_fi, sizeof table_fi},
  {"fil", table_fil, sizeof table_fil},
  {"fr", table_fr, sizeof table_fr},
  {"he", table_he, sizeof table_he},
  {"hi", table_hi, sizeof table_hi},
  {"hu", table_hu, sizeof table_hu},
  {"id", table_id, sizeof table_id},
  {"is", table_is, sizeof table_is},
  {"it", table_it, sizeof table_it},
  {"ja", table_ja, sizeof table_ja},
  {"ko", table_ko, sizeof table_ko},
  {"lt", table_lt, sizeof table_lt},
  {"lv", table_lv, sizeof table_lv},
  {"mk", table_mk, sizeof table_mk},
  {"ms", table_ms, sizeof table_ms},
  {"nb", table_nb, sizeof table_nb},
  {"nl", table_nl, sizeof table_nl},
  {"pl", table_pl, sizeof table_pl},
  {"pt", table_pt, sizeof table_pt},
  {"ro", table_ro, sizeof table_ro},
  {"ru", table_ru, sizeof table_ru},
  {"sh", table_sh, sizeof table_sh},
  {"sk", table_sk, sizeof table_sk},
  {"sl", table_sl, sizeof table_sl},
  {"sv", table_sv, sizeof table_sv},
  {"ta", table_ta, sizeof table_ta},
  {"tr", table_tr, sizeof table_tr},
  {"uk", table_uk, sizeof table_uk},
  {"ur", table_ur, sizeof table_ur},
  {"vi", table_vi, sizeof table_vi},
  {"zh", table_zh, sizeof table_zh},
};

size_t newsfold_frequency_table_count(void) { return sizeof tables / sizeof tables[0]; }

newsfold_frequency_table newsfold_frequency_table_at(size_t index) { return tables[index]; }
