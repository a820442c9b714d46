import NewsModel
import Testing

/// Values that documents state in a fixed form; any other text is no such value.
@Suite("Values of documents")
struct DocumentValueTests {
  @Test(
    "languages of ISO 639, in any case",
    arguments: [
      ("en", true), ("EN", true), ("ceb", true), ("vi", true), ("dg", false), ("xx", false),
      ("qqq", false), ("", false),
      ("e", false), ("engl", false), ("é", false), ("een", false), ("und", false), ("mul", false),
    ])
  func languages(subtag: String, isKnown: Bool) {
    #expect(LanguageSubtag.isKnown(subtag) == isKnown)
  }

  @Test(
    "media types",
    arguments: [
      ("audio/mpeg", "audio/mpeg"), ("Audio/MPEG", "audio/mpeg"),
      ("text/html; charset=utf-8", "text/html"),
      ("image/svg+xml", "image/svg+xml"), ("audio", nil), ("audio/", nil), ("/mpeg", nil),
      ("audio/mp eg", nil),
      ("audio/mpeg/x", nil), ("<b>/x", nil), ("", nil), ("audio/\u{FFFD}", nil), ("audio/é", nil),
    ])
  func mediaTypes(text: String, expected: String?) {
    #expect(MediaTypeName.normalized(text) == expected)
  }

  @Test(
    "e-mail addresses",
    arguments: [
      ("ann@quay.example", "ann@quay.example"),
      (" mailto:ann.ames+x@quay.example ", "ann.ames+x@quay.example"),
      ("ann", nil), ("ann@quay", nil), ("@quay.example", nil), ("ann@", nil),
      ("a b@quay.example", "ab@quay.example"),
      ("ann@quay..example", nil), ("ann@@quay.example", nil), ("änn@quay.example", nil),
      ("ann@quay.example (Ann)", nil),
    ])
  func emails(text: String, expected: String?) {
    #expect(EmailAddress.normalized(text) == expected)
  }
}
