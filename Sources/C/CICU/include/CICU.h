/// What of ICU the Swift targets may call; ICU's own names carry its version, so each has a wrapper here.
#ifndef NEWSFOLD_CICU_H
#define NEWSFOLD_CICU_H

#include <stdint.h>

typedef struct newsfold_word_breaker newsfold_word_breaker;

/// Makes a breaker of words by dictionary (Chinese, Japanese, Thai, Lao, Khmer, Burmese); null if ICU refuses.
/// Not for use by two threads at once.
newsfold_word_breaker *newsfold_word_breaker_new(void);

/// Frees a breaker.
void newsfold_word_breaker_free(newsfold_word_breaker *breaker);

/// Takes the text to break, which has to stay where it is until the last `next`.
int newsfold_word_breaker_set(newsfold_word_breaker *breaker, const uint16_t *text, int32_t length);

/// The end of the next word in UTF-16 units, or -1 at the end of the text.
int32_t newsfold_word_breaker_next(newsfold_word_breaker *breaker);

/// Composes canonically (NFC); answers the length, or -1 if `capacity` units do not hold it.
int32_t newsfold_compose(const uint16_t *text, int32_t length, uint16_t *composed, int32_t capacity);

/// The canonical decomposition of one scalar (NFD); answers the length, 0 if it has none.
int32_t newsfold_decompose(int32_t scalar, uint16_t *decomposed, int32_t capacity);

typedef struct newsfold_transliterator newsfold_transliterator;

/// Makes a transliterator of any script to plain Latin letters; null if ICU refuses. Not for use by two threads at once.
newsfold_transliterator *newsfold_transliterator_new(void);

/// Frees a transliterator.
void newsfold_transliterator_free(newsfold_transliterator *transliterator);

/// Transliterates a text; answers the length, or -1 if `capacity` units do not hold it.
int32_t newsfold_transliterate(newsfold_transliterator *transliterator, const uint16_t *text, int32_t length,
                               uint16_t *written, int32_t capacity);

typedef struct newsfold_host_namer newsfold_host_namer;

/// Makes a writer of international host names in ASCII (UTS #46, non-transitional); null if ICU refuses.
/// Any number of threads may use it at once; it is never freed.
newsfold_host_namer *newsfold_host_namer_new(void);

/// Writes a host name as DNS knows it, mapped and with `xn--` labels; answers the length in bytes, -1 for what is no host name
/// or longer than `capacity`.
int32_t newsfold_host_ascii(const newsfold_host_namer *namer, const uint8_t *host, int32_t length, uint8_t *ascii,
                            int32_t capacity);

#endif
