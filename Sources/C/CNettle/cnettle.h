// nettle as the system has it: SwiftPM's module maps name headers of their own directory only.
#ifndef NEWSFOLD_CNETTLE_H
#define NEWSFOLD_CNETTLE_H

#include <nettle/hmac.h>
#include <nettle/md5.h>
#include <nettle/sha2.h>

#endif
