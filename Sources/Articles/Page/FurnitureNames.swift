import Markup
import NewsModel

/// Recognises parts of a page that are no text by classes, ids, roles and styles.
struct FurnitureNames {
  /// The certainty of a name.
  enum Mark: Int {
    /// `widget`, `promo`, `meta`: beside the text, or around it.
    case weak = 1
    /// `cookie`, `sidebar`, `related`: beside the text, unless nothing would be left.
    case strong = 2
    /// `comments`: under the text, and often longer than it.
    case comments = 3
  }

  /// A mark and the name that it comes from.
  struct Verdict {
    var mark: Mark
    var name: String
  }

  private var known: [String: Verdict?] = [:]

  /// The verdict by `class` and `id` of an element; nil if they say nothing.
  mutating func verdict(of node: HTMLNode) -> Verdict? {
    var result: Verdict?
    for attribute in node.attributes where attribute.name == "class" || attribute.name == "id" {
      guard attribute.value.utf8.count <= 1_000 else { continue }
      let verdict: Verdict?
      if let seen = known[attribute.value] {
        verdict = seen
      } else {
        verdict = FurnitureNames.read(attribute.value)
        known[attribute.value] = .some(verdict)
      }
      if let verdict, verdict.mark.rawValue > result?.mark.rawValue ?? 0 { result = verdict }
    }
    return result
  }

  /// Whether a part of this role is not text.
  static func isRoleOfFurniture(_ role: String) -> Bool { roles.contains(role.lowercased()) }

  /// Whether an element is not shown.
  static func isHidden(_ node: HTMLNode) -> Bool {
    for attribute in node.attributes {
      switch attribute.name {
      case "hidden": return true
      case "aria-hidden" where attribute.value == "true": return true
      case "style" where attribute.value.utf8.count >= 12:
        let style = attribute.value.lowercased().filter { $0 != " " }
        if style.holds("display:none") || style.holds("visibility:hidden") { return true }
      default: break
      }
    }
    return false
  }

  /// Whether an element's names tell that it holds a byline, a date, a caption or the like.
  static func isDetail(_ node: HTMLNode) -> Bool {
    names(of: node).contains { words in
      !words.contains(where: negations.contains) && words.contains(where: details.contains)
    }
  }

  /// Whether an element's names tell that it shows a picture or film.
  static func isMedia(_ node: HTMLNode) -> Bool {
    names(of: node).contains { words in
      !words.contains(where: negations.contains) && words.contains(where: media.contains)
    }
  }

  /// Whether an element says of itself that it is the body of an article: `article-body`,
  /// `entry-content`.
  static func isBody(_ node: HTMLNode) -> Bool {
    names(of: node).contains { words in
      for (index, word) in words.enumerated() {
        if bodies.contains(word) { return true }
        guard index + 1 < words.count else { continue }
        if fronts.contains(word), backs.contains(words[index + 1]) { return true }
        if word == "field" || word == "content", words[index + 1] == "body" { return true }
      }
      return false
    }
  }

  private static func read(_ value: String) -> Verdict? {
    var result: Verdict?
    for words in names(value) {
      let kinds = words.map { table[$0] ?? [] }
      let all = kinds.reduce(Kinds()) { $0.union($1) }
      if all.contains(.negation) { continue }
      if all.contains(.frame), !words.contains("related") { continue }
      for (index, word) in words.enumerated() {
        guard let mark = mark(word, kinds[index], at: index, of: words, all) else { continue }
        if mark.rawValue > result?.mark.rawValue ?? 0 { result = Verdict(mark: mark, name: word) }
      }
    }
    return result
  }

  private static func mark(
    _ word: String, _ kinds: Kinds, at index: Int, of words: [String], _ all: Kinds
  ) -> Mark? {
    if kinds.contains(.comments) {
      // `article-comment-count` is a number; `commentlist`, `comments`, `comment-form` are
      // comments.
      let next = index + 1 < words.count ? words[index + 1] : ""
      if index == 0 || words.last == "comments" || commentParts.contains(next) { return .comments }
    }
    let isEdge = index == 0 || index == words.count - 1
    if kinds.contains(.strong) { return isEdge ? .strong : .weak }
    if kinds.contains(.weak) { return .weak }
    if let first = word.utf8.first, beginningBytes.contains(first),
      beginnings.contains(where: { word.hasPrefix($0) })
    {
      return .weak
    }
    if word == "author", all.contains(.authorPart) { return .weak }
    return nil
  }

  /// The lists below that hold a word, so that it is looked up once.
  private struct Kinds: OptionSet {
    let rawValue: Int

    static let negation = Kinds(rawValue: 1)
    static let frame = Kinds(rawValue: 2)
    static let comments = Kinds(rawValue: 4)
    static let strong = Kinds(rawValue: 8)
    static let weak = Kinds(rawValue: 16)
    static let authorPart = Kinds(rawValue: 32)
  }

  private static let table: [String: Kinds] = {
    var table: [String: Kinds] = [:]
    let lists: [(Kinds, Set<String>)] = [
      (.negation, negations), (.frame, frames), (.comments, comments), (.strong, strong),
      (.weak, weak), (.authorPart, authorParts),
    ]
    for (kind, words) in lists {
      for word in words { table[word, default: []].insert(kind) }
    }
    return table
  }()

  private static func names(of node: HTMLNode) -> [[String]] {
    var result: [[String]] = []
    for attribute in node.attributes where attribute.name == "class" || attribute.name == "id" {
      if attribute.value.utf8.count <= 1_000 { result += names(attribute.value) }
    }
    return result
  }

  /// The names of a list and the words of each: `relatedLinks story-footer` has two of two.
  private static func names(_ value: String) -> [[String]] {
    var result: [[String]] = []
    var words: [String] = []
    var word: [UInt8] = []
    func endWord() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    func endName() {
      endWord()
      if !words.isEmpty { result.append(words) }
      words = []
    }
    var wasLower = false
    for byte in value.utf8 {
      switch byte {
      case 0x61...0x7A, 0x80...:
        word.append(byte)
        wasLower = true
        continue
      case 0x41...0x5A:
        if wasLower { endWord() }
        word.append(byte | 0x20)
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: endName()
      default: endWord()
      }
      wasLower = false
    }
    endName()
    return result
  }

  /// `no-sidebar`, `has-comments`, `with-widget`: a frame that tells what is or is not beside the
  /// text.
  private static let negations: Set = [
    "with", "has", "no", "without", "not", "is", "contains", "non",
  ]
  /// `widget-container`, `teaser-wrapper`: what holds such a thing may hold the text as well.
  private static let frames: Set = [
    "embed", "wrapper", "wrap", "container", "elementor", "page", "site", "layout", "grid", "row",
    "col",
  ]
  private static let comments: Set = [
    "comment", "comments", "respond", "disqus", "commentlist", "kommentare", "kommentar",
  ]
  private static let commentParts: Set = ["list", "section", "thread", "form", "area"]
  private static let strong: Set = [
    "didomi", "onetrust", "usercentrics", "cookiebot", "cmp", "cmpbox", "truste", "evidon",
    "quantcast", "sourcepoint", "cookie", "cookies", "consent", "gdpr", "sidebar", "related",
    "newsletter", "subscribe", "subscription", "signup", "footer", "outbrain", "taboola",
    "recommended", "recommendations", "recirc", "recirculation", "nav", "navigation", "navbar",
    "menu", "breadcrumb", "breadcrumbs", "mostread", "trending", "popular", "copyright", "disqus",
  ]
  private static let weak: Set = [
    "piano", "regwall", "offer", "offers", "ad", "ads", "advert", "adverts", "advertisement",
    "advertising", "banner", "dfp", "pager", "pagination", "popup", "promo", "promoted", "readmore",
    "rss", "share", "sharing", "sharebar", "skip", "social", "sociable", "sponsor", "sponsored",
    "tags", "teaser", "teasers", "toolbar", "widget", "modal", "paywall", "byline", "masthead",
    "login", "register", "survey", "poll", "meta", "timestamp", "dateline", "hidden", "noprint",
    "caption", "captions", "credit", "credits",
  ]
  private static let beginnings = [
    "newsletter", "cookie", "advert", "sponsor", "related", "subscri", "breadcrumb", "recommend",
    "outbrain", "taboola",
  ]
  private static let beginningBytes = Set(beginnings.compactMap(\.utf8.first))
  private static let authorParts: Set = [
    "box", "bio", "info", "description", "card", "about", "section", "profile", "details",
  ]
  private static let details: Set = [
    "date", "time", "timestamp", "datetime", "published", "publish", "byline", "author", "authors",
    "meta", "credit", "credits", "caption", "captions", "copyright", "kicker", "category",
    "categories", "updated", "posted", "postmeta", "dateline", "photographer", "imagetext",
    "disclaimer", "disclosure",
  ]
  private static let media: Set = ["image", "img", "video", "media", "data"]
  private static let bodies: Set = [
    "articlebody", "maincontent", "fulltext", "bodytext", "storybody", "storytext", "articletext",
    "articlecontent", "newstext", "newsbody", "textbody", "posttext", "postcontent", "postbody",
    "entrycontent", "newscontent",
  ]
  private static let fronts: Set = [
    "entry", "page", "text", "article", "art", "post", "story", "news", "single", "blog", "body",
  ]
  private static let backs: Set = ["content", "body", "text", "copy"]
  private static let roles: Set = [
    "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search",
    "menu", "menubar", "toolbar",
  ]
}
