#include "CVersion.h"

// Only this file is compiled again when the version changes.
const char *newsfold_version(void) { return NEWSFOLD_VERSION; }
