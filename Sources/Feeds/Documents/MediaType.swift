/// The media types of what is published, by file name, where no publication has said one.
public enum MediaType {
  /// The value of `Content-Type` for a path below `public/`.
  public static func of(path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    if let format = FeedFormats.format(ofPath: path) { return format.mediaType }
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    return byExtension[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }

  /// Whether a type is that of a feed, of which deltas are to be had.
  public static func isFeed(_ mediaType: String) -> Bool {
    FeedFormats.format(ofMediaType: mediaType) != nil
  }

  /// Whether a type is a page, which gets the headers that guard a browser.
  public static func isPage(_ mediaType: String) -> Bool {
    mediaType.hasPrefix("text/html")
  }

  /// Whether gzip makes documents of a type smaller; pictures and fonts are compressed in
  /// themselves.
  public static func isText(_ mediaType: String) -> Bool {
    mediaType.hasPrefix("text/") || mediaType.contains("xml") || mediaType.contains("json")
  }

  /// RFC 7303 §3 (XML), RFC 8259 §11 (JSON has no charset), RFC 9239 (JavaScript), IANA for the
  /// rest.
  private static let byExtension = [
    "html": "text/html; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "json": "application/json",
    "opml": "text/x-opml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
    "gz": "application/gzip",
  ]
}
