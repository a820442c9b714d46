internal import NewsModel

/// Recognises images that count readers instead of showing something.
enum TrackingPixel {
  static func isOne(_ node: HTMLNode, address: String) -> Bool {
    for side in ["width", "height"] {
      let digits = node[side]?.trimmingWhitespace().prefix(while: \.isNumber) ?? ""
      if let size = Int(digits), size <= 2 { return true }
    }
    if node["hidden"] != nil { return true }
    if let style = node["style"] {
      let style = style.lowercased().filter { !$0.isWhitespace }
      if style.holds("display:none") { return true }
      // Both sides, because a script may complete a style that has only a width.
      if style.holds("width:1px"), style.holds("height:1px") { return true }
    }
    let lower = address.lowercased()
    return marks.contains { lower.holds($0) }
  }

  /// Addresses of counting services seen in feeds: WordPress, FeedBurner, Google, Facebook,
  /// comScore, Chartbeat, The Conversation.
  private static let marks = [
    "pixel.wp.com/", "feeds.feedburner.com/~r/", "feedsportal.com/", ".doubleclick.net/",
    "google-analytics.com/", "facebook.com/tr?", "scorecardresearch.com/", "ping.chartbeat.net/",
    "counter.theconversation.com/", "stats.wordpress.com/", "/pixel.gif", "/1x1.gif",
  ]
}
