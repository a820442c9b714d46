import Markup

/// What elements, roles and classes say about a part of a page.
enum FurnitureNames {
  /// Whether the part is navigation, advertisement, comment or another page's teaser.
  static func isFurniture(_ node: HTMLNode) -> Bool {
    guard !node.isText else { return false }
    if elements.contains(node.name) { return true }
    if let role = node["role"]?.lowercased(), roles.contains(role) { return true }
    if node["hidden"] != nil || node["aria-hidden"] == "true" { return true }
    if (node["style"] ?? "").filter({ $0 != " " }).lowercased().contains("display:none") {
      return true
    }
    return words(of: node).contains { word in
      names.contains(word) || beginnings.contains { word.hasPrefix($0) }
    }
  }

  /// How much a part's names speak for or against its being the text.
  static func weight(of node: HTMLNode) -> Double {
    let words = words(of: node)
    if words.contains(where: { texts.contains($0) }) { return 1.3 }
    return node.name == "article" || node.name == "main" ? 1.2 : 1
  }

  /// The words of `class` and `id`: `relatedLinks story-footer` has four.
  private static func words(of node: HTMLNode) -> [String] {
    var result: [String] = []
    for key in ["class", "id"] {
      guard let value = node[key], value.utf8.count <= 1_000 else { continue }
      var word = ""
      for character in value {
        let begins = !character.isLetter && !character.isNumber || character.isUppercase
        if begins, !word.isEmpty {
          result.append(word)
          word = ""
        }
        if character.isLetter || character.isNumber { word += character.lowercased() }
      }
      if !word.isEmpty { result.append(word) }
    }
    return result
  }

  private static let elements: Set = [
    "nav", "aside", "footer", "form", "dialog", "menu", "iframe", "button", "noscript",
  ]
  private static let roles: Set = [
    "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search",
    "menu", "menubar", "toolbar",
  ]
  private static let names: Set = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "banner", "breadcrumb",
    "breadcrumbs", "byline", "comment", "comments", "consent", "cookie", "cookies", "disqus", "dfp",
    "footer", "gdpr", "menu", "modal", "mostread", "nav", "navbar", "navigation", "newsletter",
    "outbrain", "pager", "pagination", "paywall", "popup", "popular", "promo", "promoted",
    "readmore", "recirc", "recirculation", "recommended", "recommendations", "related", "rss",
    "share", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe",
    "subscription", "taboola", "tags", "teaser", "teasers", "toolbar", "trending", "widget",
  ]
  private static let beginnings = ["newsletter", "cookie", "advert", "sponsor"]
  private static let texts: Set = [
    "article", "articlebody", "body", "content", "entry", "story", "text", "post", "maintext",
  ]
}
