#include "CLanguages.h"

#if __has_include(<cld2/public/compact_lang_det.h>)

// CLD2's header names FILE without saying where it is from.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

const char *newsfold_guess_language(const char *bytes, int byte_count, int *percent) {
  CLD2::Language languages[3];
  int percents[3];
  int text_bytes = 0;
  bool is_reliable = false;
  CLD2::DetectLanguageSummary(
      bytes, byte_count, true, languages, percents, &text_bytes, &is_reliable);
  *percent = percents[0];
  if (!is_reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE) return "";
  return CLD2::LanguageCode(languages[0]);
}

#else

// Where CLD2 is not to be had (Homebrew), Articles asks the system's own recogniser instead.
const char *newsfold_guess_language(const char *, int, int *percent) {
  *percent = 0;
  return "";
}

#endif
