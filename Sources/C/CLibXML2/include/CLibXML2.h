/// What of libxml2 the Swift targets may call, the same from 2.9 to 2.14.
///
/// Both readers work on memory only: no file, no network, no external entity, no entity expansion, nothing printed.
/// Errors stay in the context of the call; no global of libxml2 is set.
#ifndef NEWSFOLD_CLIBXML2_H
#define NEWSFOLD_CLIBXML2_H

#include <libxml/xmlversion.h>

// Where libxml2 is built with ICU (Debian), its headers bring ICU's along, and those clash with the ICU inside Foundation:
// no target above could import both. Nothing here looks into the one structure that is shorter without.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

/// Why a document was not read.
typedef struct {
  /// The code of `xmlParserErrors`; 0 if nothing is wrong.
  int code;
  /// The line, counted from 1; 0 if unknown.
  int line;
  /// The column, counted from 1; 0 if unknown.
  int column;
  /// libxml2's words, one line, ended by NUL, cut to fit.
  char message[240];
} NewsfoldXMLFailure;

/// Reads an HTML document as browsers forgive it.
///
/// `bytes` is UTF-8 without NUL; a charset named in the document is ignored. The parser stops at its own depth limit
/// (256 elements in 2.9 to 2.13, 2048 later); then `*stopped` is 1 and the tree ends there. Returns NULL only when
/// there is no memory or nothing to read. The caller frees the document with `xmlFreeDoc`.
xmlDocPtr _Nullable newsfold_read_html(
    const char *_Nonnull bytes, int byte_count, int *_Nonnull stopped);

/// Called for an element of a walk, in the order of the start tags: its name, and its attributes as pairs of a name and a value,
/// ended by NULL. A value may be NULL; there may be no attributes at all. All of it lives as long as the call.
typedef void (*NewsfoldElementVisit)(
    void *_Nonnull visitor, const xmlChar *_Nonnull name,
    const xmlChar *_Nullable const *_Nullable attributes);

/// Reads an HTML document as `newsfold_read_html` does, but makes no tree: each element that would be in it is visited.
///
/// Returns 1 if the parser stopped because of the depth (256 elements) or for want of memory, else 0.
int newsfold_walk_html(
    const char *_Nonnull bytes, int byte_count, void *_Nonnull visitor,
    NewsfoldElementVisit _Nonnull visit);

/// Reads an XML document (1.0, namespaces) that must be well-formed and have no document type declaration.
///
/// Without a declaration there are no entities but the five of XML itself, so nothing can expand or be fetched. The
/// limits are those of libxml2 without XML_PARSE_HUGE: 256 elements deep (2048 later), 10 MB a text node. Returns NULL
/// and fills `failure` when it is refused. The caller frees the document with `xmlFreeDoc`.
xmlDocPtr _Nullable newsfold_read_xml(
    const char *_Nonnull bytes, int byte_count, NewsfoldXMLFailure *_Nonnull failure);

/// Called at the end of an element.
typedef void (*NewsfoldEndVisit)(void *_Nonnull visitor);

/// Called for a piece of text, references resolved; one text may come in several pieces.
typedef void (*NewsfoldTextVisit)(
    void *_Nonnull visitor, const xmlChar *_Nonnull bytes, int byte_count);

/// Reads XML as far as it can be understood, names as they are written, prefixes and all; makes no tree.
///
/// `bytes` is UTF-8; a charset named in the document is ignored. A document type declaration is not to be in it: nobody looks at
/// one, so a reference to an entity of its own is lost. Returns 1 if the document is damaged, also where it is too deep (256
/// elements) or has a text over 10 MB; what was visited until then stands.
int newsfold_walk_xml(
    const char *_Nonnull bytes, int byte_count, void *_Nonnull visitor,
    NewsfoldElementVisit _Nonnull enter, NewsfoldEndVisit _Nonnull leave,
    NewsfoldTextVisit _Nonnull text);

#endif
