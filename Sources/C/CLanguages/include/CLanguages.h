/// Finding out in which language a text is written (CLD2).
#ifndef NEWSFOLD_CLANGUAGES_H
#define NEWSFOLD_CLANGUAGES_H

#ifdef __cplusplus
extern "C" {
#endif

/// Guesses the language of plain text in UTF-8.
///
/// Returns CLD2's code (`en`, `zh-Hant`, …), which is static, or an empty string when CLD2 calls its own guess
/// unreliable. `*percent` is the share of the text that is in that language, from 0 to 100.
const char *_Nonnull newsfold_guess_language(
    const char *_Nonnull bytes, int byte_count, int *_Nonnull percent);

#ifdef __cplusplus
}
#endif

#endif
