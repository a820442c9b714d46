/// What of libcurl the Swift targets may call; `curl_easy_setopt` takes what it gets, which Swift cannot say.
#ifndef NEWSFOLD_CCURL_H
#define NEWSFOLD_CCURL_H

#include <stddef.h>
#include <stdint.h>

typedef struct newsfold_web_exchange newsfold_web_exchange;

/// Makes an exchange, which keeps its connections for the next one; null without memory.
newsfold_web_exchange *newsfold_web_exchange_new(void);

/// Closes the connections of an exchange that is not under way, and frees it.
void newsfold_web_exchange_free(newsfold_web_exchange *exchange);

/// Begins a request anew. `largest` is how many bytes of the answer are taken: more is a failure. Answers 0 if memory is short.
int newsfold_web_exchange_prepare(newsfold_web_exchange *exchange, const char *method, const char *url,
                                  int64_t connect_milliseconds, int64_t milliseconds, size_t largest);

/// Adds a header field as one line, `Name: value`. Answers 0 if memory is short.
int newsfold_web_exchange_add_header(newsfold_web_exchange *exchange, const char *line);

/// Takes a copy of the body. Answers 0 if memory is short.
int newsfold_web_exchange_set_body(newsfold_web_exchange *exchange, const uint8_t *bytes, size_t count);

/// Makes the exchange on a thread of its own, and calls `done` there at its end, once. Answers 0 where no thread is to be had;
/// then nothing is called.
int newsfold_web_exchange_start(newsfold_web_exchange *exchange, void (*done)(void *context), void *context);

/// Ends an exchange that is under way with a failure, soon; from any thread.
void newsfold_web_exchange_cancel(newsfold_web_exchange *exchange);

/// Why there is no answer, in words; null if there is one.
const char *newsfold_web_exchange_failure(const newsfold_web_exchange *exchange);

/// The status code of the answer.
long newsfold_web_exchange_status(const newsfold_web_exchange *exchange);

/// The number of header fields of the answer.
size_t newsfold_web_exchange_header_count(const newsfold_web_exchange *exchange);

/// A header field of the answer as one line without its end, `Name: value`.
const char *newsfold_web_exchange_header(const newsfold_web_exchange *exchange, size_t index);

/// The body of the answer.
const uint8_t *newsfold_web_exchange_body(const newsfold_web_exchange *exchange, size_t *count);

#endif
