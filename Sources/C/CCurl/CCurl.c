#include "CCurl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* A server that sends more fields than this is none to be trusted with memory. */
enum { largest_header_count = 256 };

struct newsfold_web_exchange {
  CURL *curl;
  struct curl_slist *request_headers;
  char *header_lines[largest_header_count];
  size_t header_count;
  uint8_t *body;
  size_t body_count;
  size_t body_capacity;
  size_t largest;
  char error[CURL_ERROR_SIZE];
  const char *failure;
  long status;
  atomic_int is_cancelled;
  void (*done)(void *);
  void *context;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

newsfold_web_exchange *newsfold_web_exchange_new(void) {
  pthread_once(&once, begin);
  newsfold_web_exchange *exchange = calloc(1, sizeof *exchange);
  if (!exchange) return 0;
  exchange->curl = curl_easy_init();
  if (exchange->curl) return exchange;
  free(exchange);
  return 0;
}

static void forget_headers(newsfold_web_exchange *exchange) {
  while (exchange->header_count > 0) free(exchange->header_lines[--exchange->header_count]);
}

static void forget(newsfold_web_exchange *exchange) {
  forget_headers(exchange);
  curl_slist_free_all(exchange->request_headers);
  exchange->request_headers = 0;
  free(exchange->body);
  exchange->body = 0;
  exchange->body_count = exchange->body_capacity = 0;
  exchange->failure = 0;
  exchange->status = 0;
  exchange->error[0] = 0;
  atomic_store(&exchange->is_cancelled, 0);
}

void newsfold_web_exchange_free(newsfold_web_exchange *exchange) {
  if (!exchange) return;
  forget(exchange);
  curl_easy_cleanup(exchange->curl);
  free(exchange);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  newsfold_web_exchange *exchange = context;
  size_t length = size * count;
  /* A status line begins the fields of an answer; the one before was an interim answer (RFC 9110 §15.2). */
  if (length > 5 && memcmp(bytes, "HTTP/", 5) == 0) {
    forget_headers(exchange);
    return length;
  }
  size_t end = length;
  while (end > 0 && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) end--;
  if (end == 0 || exchange->header_count == largest_header_count) return length;
  char *line = malloc(end + 1);
  if (!line) return 0;
  memcpy(line, bytes, end);
  line[end] = 0;
  exchange->header_lines[exchange->header_count++] = line;
  return length;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  newsfold_web_exchange *exchange = context;
  size_t length = size * count;
  if (length > exchange->largest - exchange->body_count) {
    exchange->failure = "the answer is too long";
    return CURL_WRITEFUNC_ERROR;
  }
  if (exchange->body_count + length > exchange->body_capacity) {
    size_t capacity = 2 * (exchange->body_count + length);
    uint8_t *grown = realloc(exchange->body, capacity);
    if (!grown) return CURL_WRITEFUNC_ERROR;
    exchange->body = grown;
    exchange->body_capacity = capacity;
  }
  memcpy(exchange->body + exchange->body_count, bytes, length);
  exchange->body_count += length;
  return length;
}

static int is_to_end(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  (void)a, (void)b, (void)c, (void)d;
  return atomic_load(&((newsfold_web_exchange *)context)->is_cancelled);
}

int newsfold_web_exchange_prepare(newsfold_web_exchange *exchange, const char *method, const char *url,
                                  int64_t connect_milliseconds, int64_t milliseconds, size_t largest) {
  CURL *curl = exchange->curl;
  forget(exchange);
  exchange->largest = largest;
  curl_easy_reset(curl);
  int is_taken = 1;
  is_taken &= curl_easy_setopt(curl, CURLOPT_URL, url) == CURLE_OK;
  if (strcmp(method, "HEAD") == 0) {
    is_taken &= curl_easy_setopt(curl, CURLOPT_NOBODY, 1L) == CURLE_OK;
  } else {
    is_taken &= curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method) == CURLE_OK;
  }
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  /* Signals and threads do not go together. */
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)connect_milliseconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)milliseconds);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, exchange->error);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, exchange);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, exchange);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, is_to_end);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, exchange);
  return is_taken;
}

int newsfold_web_exchange_add_header(newsfold_web_exchange *exchange, const char *line) {
  struct curl_slist *longer = curl_slist_append(exchange->request_headers, line);
  if (!longer) return 0;
  exchange->request_headers = longer;
  return curl_easy_setopt(exchange->curl, CURLOPT_HTTPHEADER, longer) == CURLE_OK;
}

int newsfold_web_exchange_set_body(newsfold_web_exchange *exchange, const uint8_t *bytes, size_t count) {
  CURL *curl = exchange->curl;
  return curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, count > 0 ? (const char *)bytes : "") == CURLE_OK;
}

static void *run(void *context) {
  newsfold_web_exchange *exchange = context;
  CURLcode code = curl_easy_perform(exchange->curl);
  if (code != CURLE_OK && !exchange->failure) {
    long system = 0;
    curl_easy_getinfo(exchange->curl, CURLINFO_OS_ERRNO, &system);
    if (code == CURLE_COULDNT_CONNECT && system != 0) {
      /* "Failed to connect to 127.0.0.1 port 9 after 0 ms" says less than the system does. */
      exchange->failure = strerror((int)system);
    } else {
      exchange->failure = exchange->error[0] ? exchange->error : curl_easy_strerror(code);
    }
  }
  curl_easy_getinfo(exchange->curl, CURLINFO_RESPONSE_CODE, &exchange->status);
  exchange->done(exchange->context);
  return 0;
}

int newsfold_web_exchange_start(newsfold_web_exchange *exchange, void (*done)(void *context), void *context) {
  exchange->done = done;
  exchange->context = context;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return 0;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  int result = pthread_create(&thread, &attributes, run, exchange);
  pthread_attr_destroy(&attributes);
  return result == 0;
}

void newsfold_web_exchange_cancel(newsfold_web_exchange *exchange) { atomic_store(&exchange->is_cancelled, 1); }

const char *newsfold_web_exchange_failure(const newsfold_web_exchange *exchange) { return exchange->failure; }

long newsfold_web_exchange_status(const newsfold_web_exchange *exchange) { return exchange->status; }

size_t newsfold_web_exchange_header_count(const newsfold_web_exchange *exchange) { return exchange->header_count; }

const char *newsfold_web_exchange_header(const newsfold_web_exchange *exchange, size_t index) {
  return exchange->header_lines[index];
}

const uint8_t *newsfold_web_exchange_body(const newsfold_web_exchange *exchange, size_t *count) {
  *count = exchange->body_count;
  return exchange->body;
}
