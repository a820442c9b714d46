// Lists what Tests/Training/make_translations.py writes into Tables/. Licences of the data: Tables/ATTRIBUTION.md.
#include "CTranslations.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t table_bg[] = {
#embed "Tables/bg.bin"
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
static const uint8_t table_fi[] = {
#embed "Tables/fi.bin"
};
static const uint8_t table_fr[] = {
#embed "Tables/fr.bin"
};
static const uint8_t table_id[] = {
#embed "Tables/id.bin"
};
static const uint8_t table_it[] = {
#embed "Tables/it.bin"
};
static const uint8_t table_ja[] = {
#embed "Tables/ja.bin"
};
static const uint8_t table_lt[] = {
#embed "Tables/lt.bin"
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
static const uint8_t table_ru[] = {
#embed "Tables/ru.bin"
};
static const uint8_t table_sv[] = {
#embed "Tables/sv.bin"
};
static const uint8_t table_tr[] = {
#embed "Tables/tr.bin"
};
static const uint8_t table_zh[] = {
#embed "Tables/zh.bin"
};

static const newsfold_translation_table tables[] = {
    {"bg", table_bg, sizeof table_bg},
    {"de", table_de, sizeof table_de},
    {"el", table_el, sizeof table_el},
    {"en", table_en, sizeof table_en},
    {"es", table_es, sizeof table_es},
    {"fi", table_fi, sizeof table_fi},
    {"fr", table_fr, sizeof table_fr},
    {"id", table_id, sizeof table_id},
    {"it", table_it, sizeof table_it},
    {"ja", table_ja, sizeof table_ja},
    {"lt", table_lt, sizeof table_lt},
    {"nb", table_nb, sizeof table_nb},
    {"nl", table_nl, sizeof table_nl},
    {"pl", table_pl, sizeof table_pl},
    {"pt", table_pt, sizeof table_pt},
    {"ru", table_ru, sizeof table_ru},
    {"sv", table_sv, sizeof table_sv},
    {"tr", table_tr, sizeof table_tr},
    {"zh", table_zh, sizeof table_zh},
};

size_t newsfold_translation_table_count(void) { return sizeof tables / sizeof tables[0]; }

newsfold_translation_table newsfold_translation_table_at(size_t index) { return tables[index]; }
