#include "CICU.h"

#include <unicode/ubrk.h>
#include <string.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

newsfold_word_breaker *newsfold_word_breaker_new(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaker = ubrk_open(UBRK_WORD, "zh", 0, 0, &status);
  return U_FAILURE(status) ? 0 : (newsfold_word_breaker *)breaker;
}

void newsfold_word_breaker_free(newsfold_word_breaker *breaker) { ubrk_close((UBreakIterator *)breaker); }

int newsfold_word_breaker_set(newsfold_word_breaker *breaker, const uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)breaker, (const UChar *)text, length, &status);
  return U_SUCCESS(status);
}

int32_t newsfold_word_breaker_next(newsfold_word_breaker *breaker) {
  int32_t end = ubrk_next((UBreakIterator *)breaker);
  return end == UBRK_DONE ? -1 : end;
}

int32_t newsfold_compose(const uint16_t *text, int32_t length, uint16_t *composed, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t units = unorm2_normalize(nfc, (const UChar *)text, length, (UChar *)composed, capacity, &status);
  return U_FAILURE(status) ? -1 : units;
}

int32_t newsfold_decompose(int32_t scalar, uint16_t *decomposed, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  int32_t units = unorm2_getDecomposition(nfc, scalar, (UChar *)decomposed, capacity, &status);
  return U_FAILURE(status) || units < 0 ? 0 : units;
}

newsfold_transliterator *newsfold_transliterator_new(void) {
  static const UChar id[] = u"Any-Latin; Latin-ASCII";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *opened = utrans_openU(id, -1, UTRANS_FORWARD, 0, 0, 0, &status);
  return U_FAILURE(status) ? 0 : (newsfold_transliterator *)opened;
}

void newsfold_transliterator_free(newsfold_transliterator *transliterator) {
  utrans_close((UTransliterator *)transliterator);
}

int32_t newsfold_transliterate(newsfold_transliterator *transliterator, const uint16_t *text, int32_t length,
                               uint16_t *written, int32_t capacity) {
  if (length > capacity) return -1;
  memcpy(written, text, (size_t)length * sizeof *text);
  UErrorCode status = U_ZERO_ERROR;
  int32_t limit = length, units = length;
  utrans_transUChars((const UTransliterator *)transliterator, (UChar *)written, &units, capacity, 0, &limit, &status);
  return U_FAILURE(status) || units > capacity ? -1 : units;
}

newsfold_host_namer *newsfold_host_namer_new(void) {
  UErrorCode status = U_ZERO_ERROR;
  UIDNA *opened = uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &status);
  return U_FAILURE(status) ? 0 : (newsfold_host_namer *)opened;
}

int32_t newsfold_host_ascii(const newsfold_host_namer *namer, const uint8_t *host, int32_t length, uint8_t *ascii,
                            int32_t capacity) {
  /* As the URL standard has it (VerifyDnsLength and CheckHyphens are off): what stands in links is not always registered. */
  const uint32_t tolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
                             UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  int32_t bytes = uidna_nameToASCII_UTF8((const UIDNA *)namer, (const char *)host, length, (char *)ascii, capacity, &info,
                                         &status);
  return U_FAILURE(status) || (info.errors & ~tolerated) != 0 ? -1 : bytes;
}
