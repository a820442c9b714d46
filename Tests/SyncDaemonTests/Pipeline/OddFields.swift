import SeededRandom

/// The fields of a JSON article as exports, editors and broken programs fill them.
///
/// An address and a text beside them make an article of it whatever they hold.
struct OddFields {
  /// Values that stand where a line of text is expected, as JSON.
  private static let texts = [
    "null", "12", "-1e300", "true", "[]", "{}", #""""#, #"" \t ""#, #""\ufffd\ufffd\ufffd""#,
    #""\ud800""#, #""\udbff\udfff\ue000""#, #""\u0000a\u0001""#, #""]]>""#, #""| - …""#,
    #""Quay <\ufffdimg src=x onerror=alert(1)> shut""#,
    #""<b>Quay</b> &amp; &#0; <script>x</script>""#,
    #""\u202etuhs yauQ""#, #""a\nb\r\nc\td""#, #""e\u0301\u0301\u0301""#, #""\ud83d\udc68\u200d""#,
    #""港口在九天后重新开放""#, #""الميناء مغلق""#, #""한국""#, #"["Quay", null, "\ufffd", ["shut"]]"#,
    #"{"name": "\ufffd", "@value": "Quay"}"#, #""https://quay.example/a?b=1&c=<d>""#,
    "\"" + String(repeating: "very long ", count: 900) + "\"",
  ]

  private static let dates = [
    "null", "0", "-1", "1e300", "1772445600.75", "1772445600123", "[]", #""""#, #""yesterday""#,
    #""2026-03-02T10:00:00.999Z""#, #""2026-03-02T10:00:00.000000001+14:00""#, #""2026-02-30""#,
    #""0000-00-00T00:00:00Z""#, #""0001-01-01""#, #""1969-12-31T23:59:59.5Z""#, #""\ufffd""#,
    #""9999-12-31T23:59:60Z""#, #""Mon, 02 Mar 2026 25:61:00 GMT""#,
  ]

  private static let languages = [
    "null", "7", #""""#, #""dg""#, #""EN_us""#, #""x-quay""#, #""zh-Hant-TW-x-a""#, #""\ufffd""#,
    #""en en""#,
  ]

  private static let addresses = [
    "null", "[]", "7", #""""#, #""javascript:alert(1)""#, #""http://""#, #""//quay.example/a.jpg""#,
    #""https://quay.example/a b\u0000\ufffd.jpg""#, #""https://[::1""#, #""a.jpg""#,
    #""data:image/png;base64,AAAA""#, #""https://quay.example:99999/a.jpg""#,
    #"{"url": "https://quay.example/a.jpg", "width": -1, "height": 1e99, "alt": "\ufffd"}"#,
    "["
      + (0..<300).map { #""https://quay.example/\#($0).jpg""# }.joined(separator: ",")
      + "]",
  ]

  private static let attachments = [
    "null", "{}", #"["https://quay.example/a.mp3"]"#,
    #"[{"url": "https://quay.example/a.mp3", "mime_type": "audio/\ufffd", "size_in_bytes": -5}]"#,
    #"[{"url": "https://quay.example/a.mp3", "duration_in_seconds": 1e99, "size_in_bytes": 1e99}]"#,
    #"[{"url": "https://quay.example/b", "mime_type": ";", "size_in_bytes": 1.5}, 7, null]"#,
  ]

  /// Each field that has anything at all, with what can stand in it.
  private static let values: [(names: [String], values: [String])] = [
    (["headline"], texts), (["source"], texts), (["description"], texts), (["author"], texts),
    (["keywords", "tags"], texts), (["datePublished", "date"], dates),
    (["dateModified", "updated"], dates), (["inLanguage", "language"], languages),
    (["image"], addresses), (["attachments"], attachments),
  ]

  /// Some of them, each with one of its values; the same for a seed.
  static func json(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return values.compactMap { field in
      guard Bool.random(using: &random), let name = field.names.randomElement(using: &random),
        let value = field.values.randomElement(using: &random)
      else { return nil }
      return "\"\(name)\": \(value)"
    }
  }
}
