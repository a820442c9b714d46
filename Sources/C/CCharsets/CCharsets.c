#include "CCharsets.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include <uchardet.h>

void newsfold_guess_charset(const char *bytes, size_t byte_count, char *name, size_t name_size) {
  name[0] = 0;
  uchardet_t detector = uchardet_new();
  if (detector == NULL) return;
  if (uchardet_handle_data(detector, bytes, byte_count) == 0) {
    uchardet_data_end(detector);
    const char *guess = uchardet_get_charset(detector);
    if (guess != NULL && strlen(guess) < name_size) strcpy(name, guess);
  }
  uchardet_delete(detector);
}

char *newsfold_decode(
    const char *charset, const char *bytes, size_t byte_count, size_t *decoded_count,
    size_t *bad_count) {
  *decoded_count = 0;
  *bad_count = 0;
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return NULL;
  // No charset here has a byte that takes more than four in UTF-8, and U+FFFD takes three.
  size_t capacity = byte_count * 4 + 16;
  char *output = malloc(capacity);
  if (output == NULL) {
    iconv_close(converter);
    return NULL;
  }
  char *in = (char *)bytes;
  char *out = output;
  size_t in_left = byte_count;
  size_t out_left = capacity;
  while (in_left > 0 && out_left >= 4) {
    if (iconv(converter, &in, &in_left, &out, &out_left) != (size_t)-1) break;
    if (errno == E2BIG) break;
    // EILSEQ: a wrong byte; EINVAL: the text ends inside a character.
    memcpy(out, "\xEF\xBF\xBD", 3);
    out += 3;
    out_left -= 3;
    in += 1;
    in_left -= 1;
    *bad_count += 1;
  }
  iconv(converter, NULL, NULL, &out, &out_left);
  iconv_close(converter);
  *decoded_count = (size_t)(out - output);
  return output;
}
