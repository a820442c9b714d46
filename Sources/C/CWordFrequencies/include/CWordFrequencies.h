/// How common the words of each language are: the tables of `Tables/`, compiled in.
#ifndef NEWSFOLD_CWORDFREQUENCIES_H
#define NEWSFOLD_CWORDFREQUENCIES_H

#include <stddef.h>
#include <stdint.h>

/// One language's table: entries in the order of their UTF-8 bytes, each {bytes shared with the entry before, bytes
/// that follow, those bytes, weight in twentieths}.
typedef struct {
  const char *language;
  const uint8_t *bytes;
  size_t length;
} newsfold_frequency_table;

/// The number of tables.
size_t newsfold_frequency_table_count(void);

/// One table; they are ordered by language code.
newsfold_frequency_table newsfold_frequency_table_at(size_t index);

#endif
