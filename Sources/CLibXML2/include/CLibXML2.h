/// What of libxml2 the Swift targets may call, the same from 2.9 to 2.14.
#ifndef NEWSFOLD_CLIBXML2_H
#define NEWSFOLD_CLIBXML2_H

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#endif
