// libarchive as the system has it: SwiftPM's module maps name headers of their own directory only.
#ifndef NEWSFOLD_ARCHIVE_SHIM_H
#define NEWSFOLD_ARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
