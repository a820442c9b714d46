#include "CSnowball.h"

#include <libstemmer.h>

newsfold_stemmer *newsfold_stemmer_new(const char *algorithm) {
  return (newsfold_stemmer *)sb_stemmer_new(algorithm, 0);
}

void newsfold_stemmer_free(newsfold_stemmer *stemmer) { sb_stemmer_delete((struct sb_stemmer *)stemmer); }

const uint8_t *newsfold_stemmer_stem(newsfold_stemmer *stemmer, const uint8_t *word, int length, int *stem_length) {
  const sb_symbol *stem = sb_stemmer_stem((struct sb_stemmer *)stemmer, word, length);
  *stem_length = stem == 0 ? 0 : sb_stemmer_length((struct sb_stemmer *)stemmer);
  return stem;
}
