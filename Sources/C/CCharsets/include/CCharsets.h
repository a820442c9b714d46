/// Finding out in which charset bytes are written (uchardet), and rewriting them in UTF-8 (iconv).
#ifndef NEWSFOLD_CCHARSETS_H
#define NEWSFOLD_CCHARSETS_H

#include <stddef.h>

/// Guesses a charset.
///
/// Writes its name, ended by NUL, into `name`; an empty name if there is no guess.
void newsfold_guess_charset(
    const char *_Nonnull bytes, size_t byte_count, char *_Nonnull name, size_t name_size);

/// Rewrites bytes of a charset in UTF-8.
///
/// A byte that the charset has no meaning for becomes U+FFFD and is counted. Returns memory to be freed with `free`,
/// or NULL if the charset is unknown or there is no memory.
char *_Nullable newsfold_decode(
    const char *_Nonnull charset, const char *_Nonnull bytes, size_t byte_count,
    size_t *_Nonnull decoded_count, size_t *_Nonnull bad_count);

#endif
