import FoundationEssentials

/// `robots.txt` (RFC 9309): everything may be read, and where the sitemap is.
enum RobotsFile {
  /// The path of the file, relative to `public/`.
  static let path = "robots.txt"

  static func document(of site: SiteDescription) -> FeedDocument {
    let text = "User-agent: *\nAllow: /\n\nSitemap: \(site.baseURL)\(Sitemap.path)\n"
    return FeedDocument(
      path: path, mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8),
      lastModified: PixelMark.drawn)
  }
}
