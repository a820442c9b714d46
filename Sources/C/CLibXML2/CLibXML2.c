#include "CLibXML2.h"

#include <string.h>

#include <libxml/xmlerror.h>

// The handler's error is const since 2.12.
#if LIBXML_VERSION >= 21200
typedef const xmlError *NewsfoldErrorPointer;
#else
typedef xmlErrorPtr NewsfoldErrorPointer;
#endif

// Without a handler of the context's own libxml2 prints to standard error, whatever its options say.
static void keep_silent(void *context, NewsfoldErrorPointer error) {
  (void)context;
  (void)error;
}

#define HTML_OPTIONS \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET \
   | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD)

xmlDocPtr newsfold_read_html(const char *bytes, int byte_count, int *stopped) {
  *stopped = 0;
  xmlInitParser();
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return NULL;
  context->sax->serror = keep_silent;
  xmlDocPtr document =
      htmlCtxtReadMemory(context, bytes, byte_count, NULL, "UTF-8", HTML_OPTIONS);
  // Only a halt (depth, memory) turns SAX off in an HTML context: plain errors are forgiven.
  *stopped = context->disableSAX != 0;
  htmlFreeParserCtxt(context);
  return document;
}

typedef struct {
  void *visitor;
  NewsfoldElementVisit visit;
  unsigned depth;
} Walk;

// As deep as a tree goes: libxml2 counts where it links nodes, which a walk does not.
static const unsigned walk_depth_limit = 256;

static void enter_element(void *user_data, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr context = user_data;
  Walk *walk = context->_private;
  if (walk->depth > walk_depth_limit) {
    xmlStopParser(context);
    return;
  }
  walk->depth += 1;
#if LIBXML_VERSION < 21100
  // Until 2.10 a tree has what follows the colon of a name, unless one of its sides is empty.
  const char *colon = strchr((const char *)name, ':');
  if (colon != NULL && colon != (const char *)name && colon[1] != 0) {
    name = (const xmlChar *)colon + 1;
  }
#endif
  walk->visit(walk->visitor, name, attributes);
}

static void leave_element(void *user_data, const xmlChar *name) {
  (void)name;
  htmlParserCtxtPtr context = user_data;
  Walk *walk = context->_private;
  if (walk->depth > 0) walk->depth -= 1;
}

int newsfold_walk_html(
    const char *bytes, int byte_count, void *visitor, NewsfoldElementVisit visit) {
  xmlInitParser();
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return 1;
  Walk walk = {visitor, visit, 0};
  context->_private = &walk;
  // Nothing but elements is told, so nothing else is made.
  unsigned version = context->sax->initialized;
  memset(context->sax, 0, sizeof *context->sax);
  context->sax->initialized = version;
  context->sax->startElement = enter_element;
  context->sax->endElement = leave_element;
  context->sax->serror = keep_silent;
  htmlCtxtReadMemory(context, bytes, byte_count, NULL, "UTF-8", HTML_OPTIONS);
  int stopped = context->disableSAX != 0;
  htmlFreeParserCtxt(context);
  return stopped;
}

static void keep_failure(NewsfoldXMLFailure *failure, NewsfoldErrorPointer error) {
  if (failure->code != 0 || error == NULL || error->level < XML_ERR_ERROR) return;
  failure->code = error->code;
  failure->line = error->line;
  failure->column = error->int2;
  const char *message = error->message == NULL ? "" : error->message;
  size_t length = strcspn(message, "\r\n");
  if (length >= sizeof failure->message) length = sizeof failure->message - 1;
  // Never cut inside a UTF-8 sequence.
  while (length > 0 && ((unsigned char)message[length] & 0xC0) == 0x80) length -= 1;
  memcpy(failure->message, message, length);
  failure->message[length] = 0;
}

// The serror callback gets the parser context as its user data; the failure hangs on its _private.
static void keep_xml_error(void *user_data, NewsfoldErrorPointer error) {
  xmlParserCtxtPtr context = user_data;
  if (context != NULL && context->_private != NULL) keep_failure(context->_private, error);
}

// Refuses the document as soon as its declaration is seen, before any entity of it.
static void refuse_declaration(
    void *user_data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  (void)name;
  (void)public_id;
  (void)system_id;
  xmlParserCtxtPtr context = user_data;
  NewsfoldXMLFailure *failure = context->_private;
  if (failure != NULL && failure->code == 0) {
    failure->code = XML_ERR_DOCTYPE_NOT_FINISHED;
    failure->line = context->input == NULL ? 0 : context->input->line;
    failure->column = context->input == NULL ? 0 : context->input->col;
    strcpy(failure->message, "a document type declaration is not accepted");
  }
  xmlStopParser(context);
}

xmlDocPtr newsfold_read_xml(const char *bytes, int byte_count, NewsfoldXMLFailure *failure) {
  memset(failure, 0, sizeof *failure);
  xmlInitParser();
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) {
    failure->code = XML_ERR_NO_MEMORY;
    strcpy(failure->message, "no memory left");
    return NULL;
  }
  context->_private = failure;
  context->sax->serror = keep_xml_error;
  context->sax->internalSubset = refuse_declaration;
  // XML_PARSE_NOENT, DTDLOAD, DTDATTR, XINCLUDE and HUGE stay off: see the header.
  xmlDocPtr document = xmlCtxtReadMemory(
      context, bytes, byte_count, NULL, NULL, XML_PARSE_NONET);
  int well_formed = context->wellFormed && !context->disableSAX;
  xmlFreeParserCtxt(context);
  if (document != NULL && well_formed && failure->code == 0) return document;
  if (document != NULL) xmlFreeDoc(document);
  if (failure->code == 0) {
    failure->code = XML_ERR_DOCUMENT_EMPTY;
    strcpy(failure->message, "there is no document");
  }
  return NULL;
}

typedef struct {
  void *visitor;
  NewsfoldElementVisit enter;
  NewsfoldEndVisit leave;
  NewsfoldTextVisit text;
  int is_damaged;
} XMLWalk;

static void enter_xml(void *user_data, const xmlChar *name, const xmlChar **attributes) {
  XMLWalk *walk = ((xmlParserCtxtPtr)user_data)->_private;
  walk->enter(walk->visitor, name, attributes);
}

static void leave_xml(void *user_data, const xmlChar *name) {
  (void)name;
  XMLWalk *walk = ((xmlParserCtxtPtr)user_data)->_private;
  walk->leave(walk->visitor);
}

static void take_xml_text(void *user_data, const xmlChar *bytes, int byte_count) {
  XMLWalk *walk = ((xmlParserCtxtPtr)user_data)->_private;
  walk->text(walk->visitor, bytes, byte_count);
}

static void note_xml_damage(void *user_data, NewsfoldErrorPointer error) {
  xmlParserCtxtPtr context = user_data;
  XMLWalk *walk = context == NULL ? NULL : context->_private;
  if (walk != NULL && error != NULL && error->level == XML_ERR_FATAL) walk->is_damaged = 1;
}

int newsfold_walk_xml(
    const char *bytes, int byte_count, void *visitor, NewsfoldElementVisit enter,
    NewsfoldEndVisit leave, NewsfoldTextVisit text) {
  xmlInitParser();
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) return 1;
  XMLWalk walk = {visitor, enter, leave, text, 0};
  context->_private = &walk;
  // The interface without namespaces: resolving them takes libxml2 a walk over all that are open, for each name.
  memset(context->sax, 0, sizeof *context->sax);
  context->sax->startElement = enter_xml;
  context->sax->endElement = leave_xml;
  context->sax->characters = take_xml_text;
  context->sax->ignorableWhitespace = take_xml_text;
  context->sax->serror = note_xml_damage;
  xmlDocPtr document = xmlCtxtReadMemory(
      context, bytes, byte_count, NULL, "UTF-8",
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
  xmlFreeParserCtxt(context);
  if (document != NULL) xmlFreeDoc(document);
  return walk.is_damaged;
}
