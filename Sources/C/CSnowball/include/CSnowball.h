/// What of libstemmer the Swift targets may call: Snowball's stemmers of UTF-8 words.
#ifndef NEWSFOLD_CSNOWBALL_H
#define NEWSFOLD_CSNOWBALL_H

#include <stdint.h>

typedef struct newsfold_stemmer newsfold_stemmer;

/// Makes a stemmer of that name ("english"); null if this libstemmer has none. Not for use by two threads at once.
newsfold_stemmer *newsfold_stemmer_new(const char *algorithm);

/// Frees a stemmer.
void newsfold_stemmer_free(newsfold_stemmer *stemmer);

/// Stems a word; the answer lives until the next call, its length is at `*stem_length`.
const uint8_t *newsfold_stemmer_stem(newsfold_stemmer *stemmer, const uint8_t *word, int length, int *stem_length);

#endif
