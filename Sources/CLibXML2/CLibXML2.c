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

xmlDocPtr newsfold_read_html(const char *bytes, int byte_count, int *stopped) {
  *stopped = 0;
  xmlInitParser();
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return NULL;
  context->sax->serror = keep_silent;
  xmlDocPtr document = htmlCtxtReadMemory(
      context, bytes, byte_count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
          | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
  // Only a halt (depth, memory) turns SAX off in an HTML context: plain errors are forgiven.
  *stopped = context->disableSAX != 0;
  htmlFreeParserCtxt(context);
  return document;
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
