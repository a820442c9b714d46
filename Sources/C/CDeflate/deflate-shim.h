// libdeflate as the system has it: SwiftPM's module maps name headers of their own directory only.
#ifndef NEWSFOLD_DEFLATE_SHIM_H
#define NEWSFOLD_DEFLATE_SHIM_H

#include <libdeflate.h>

#endif
