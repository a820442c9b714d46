// SPDX-License-Identifier: MIT
// zlib as Debian ships it. deflateInit2 is a macro, which Swift does not import.
#ifndef NEWSFOLD_ZLIB_SHIM_H
#define NEWSFOLD_ZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

// windowBits 15 + 16 asks for a gzip header; zlib then writes mtime 0 and no name (zlib.h, deflateInit2).
static inline int newsfold_deflate_init_gzip(z_stream *stream, int level) {
  memset(stream, 0, sizeof *stream);
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}

static inline int newsfold_inflate_init_gzip(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, 15 + 16);
}

#endif
