/// What the most frequent terms of each language are in English: the tables of `Tables/`, compiled in.
#ifndef NEWSFOLD_CTRANSLATIONS_H
#define NEWSFOLD_CTRANSLATIONS_H

#include <stddef.h>
#include <stdint.h>

/// One language's table: entries in the order of their UTF-8 bytes, each {bytes shared with the entry before, bytes
/// that follow, those bytes, n, n times {index of the English term in two bytes, lower first; share in 255ths}}.
///
/// The table of English itself lists the English terms in order: n and what follows are one byte, the weight in twentieths.
typedef struct {
  const char *language;
  const uint8_t *bytes;
  size_t length;
} newsfold_translation_table;

/// The number of tables.
size_t newsfold_translation_table_count(void);

/// One table; they are ordered by language code.
newsfold_translation_table newsfold_translation_table_at(size_t index);

#endif
