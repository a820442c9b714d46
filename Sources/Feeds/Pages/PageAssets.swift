/// The files that all pages share, and where they lie below `public/`.
enum PageAssets {
  /// 512 × 512 PNG (JSON Feed 1.1 asks for that size; Atom's `icon` for a square).
  static let iconPath = "assets/icon.png"
  /// 64 × 64 PNG (JSON Feed 1.1, `favicon`).
  static let faviconPath = "assets/favicon.png"
  /// 88 × 88 PNG: RSS allows an `image` of at most 144 pixels.
  static let badgePath = "assets/badge.png"
  /// The side of the badge in pixels.
  static let badgeSide = 88
  /// The page that explains the feeds and the `_newsfold` extension.
  static let aboutPath = "about/"
}
