#include "CCallgrind.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define RUNNING_ON_VALGRIND 0
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name) (void)(name)
#endif

int newsfold_is_counted(void) { return RUNNING_ON_VALGRIND != 0; }

void newsfold_count_start(void) { CALLGRIND_ZERO_STATS; }

void newsfold_count_end(const char *name) { CALLGRIND_DUMP_STATS_AT(name); }
