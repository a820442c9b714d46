public import FoundationEssentials

/// The files that all pages and feeds share.
public enum PageAssets {
  /// The style sheet of all pages.
  static let stylePath = "assets/style.css"
  /// The script of all pages.
  static let scriptPath = "assets/page.js"
  /// The logo of the site as SVG.
  static let drawnIconPath = "assets/icon.svg"
  /// The logo as PNG of 512 × 512 (JSON Feed 1.1 asks for that size; Atom's `icon` for a square).
  static let iconPath = "assets/icon.png"
  /// The logo as PNG of 64 × 64 (JSON Feed 1.1, `favicon`).
  static let faviconPath = "assets/favicon.png"
  /// The logo as PNG of 88 × 88: RSS allows an `image` of at most 144 pixels.
  static let badgePath = "assets/badge.png"
  /// The side of the badge in pixels.
  static let badgeSide = 88
  /// The icon that FreshRSS, Liferea and Akregator fetch whatever the pages say.
  static let oldIconPath = "favicon.ico"
  /// The folder of the page that explains the feeds and the `_newsfold` extension.
  static let aboutPath = "about/"

  /// Makes all of these files.
  ///
  /// - Parameter lastModified: The date for HTTP. They change only with the program, so a fixed
  ///   date such as the site's first day will do.
  /// - Returns: The documents.
  public static func documents(lastModified: Date) -> [FeedDocument] {
    [
      (stylePath, "text/css; charset=utf-8", Array(StyleSheet.text.utf8)),
      (scriptPath, "text/javascript; charset=utf-8", Array(PageScript.text.utf8)),
      (drawnIconPath, "image/svg+xml", Array(DrawnMark.file.utf8)),
      (iconPath, "image/png", PixelMark.icon),
      (faviconPath, "image/png", PixelMark.favicon),
      (badgePath, "image/png", PixelMark.badge),
      (oldIconPath, "image/vnd.microsoft.icon", PixelMark.oldIcon),
    ].map { path, mediaType, bytes in
      FeedDocument(
        path: path, mediaType: mediaType, bytes: bytes, lastModified: lastModified,
        // A day: they change with the program only.
        minutesToLive: 24 * 60)
    }
  }
}
