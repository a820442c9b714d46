import Markup
import NewsModel

/// The document of a feed, with the usual prefixes in the names of its elements.
struct FeedTree {
  let xml: ForgivingXML
  /// The element that describes the feed: RSS's `channel`, Atom's `feed`.
  let channel: Int
  /// The elements of its items, in order.
  let items: [Int]
  /// The elements directly inside the channel that are no items. A feed has some twenty; each item
  /// asks for them, so their number is limited.
  private var description: [Int] = []

  init(_ text: String, path: String) throws(ArticleError) {
    do {
      xml = try ForgivingXML(text)
    } catch {
      throw ArticleError(path: path, problem: .damaged("\(error)"))
    }
    guard !xml.nodes.isEmpty else {
      throw ArticleError(path: path, problem: .damaged("there is no element in it"))
    }
    channel = xml.nodes[0].name == "channel" ? 0 : xml.child("channel", of: 0) ?? 0
    // RSS 1.0 and 0.9x have their items beside the channel, the others inside.
    let nodes = xml.nodes
    items = nodes.indices.filter { index in
      let node = nodes[index]
      guard node.name == "item" || node.name == "entry", node.parent >= 0 else { return false }
      return node.parent == nodes.startIndex
        || ["channel", "feed", "rss"].contains(nodes[node.parent].name.lowercased())
    }
    let known = Set(items)
    description = Array(xml.children(of: channel).filter { !known.contains($0) }.prefix(200))
  }

  /// Whether a text ends with the end of its root element, whatever its prefix.
  static func isClosed(_ text: String, root: String) -> Bool {
    let ends = text.suffix(400).split(separator: "</").dropFirst()
    return ends.contains { $0.prefix { $0 != ">" && !$0.isWhitespace }.hasSuffix(root) }
  }

  /// Whether the document ends as it should.
  func isClosed(_ text: String) -> Bool {
    let end = text.suffix(400).lowercased()
    return end.contains("</rss>") || end.contains("</feed>") || end.contains("rdf>")
      || end.contains("</channel>")
  }

  /// Whether a namespace is that of WordPress's exports in one of its versions:
  /// `https://wordpress.org/export/1.2/`.
  private static func isExport(_ namespace: String) -> Bool {
    namespace.hasSuffix("/") && namespace.contains("://wordpress.org/export/")
      && !namespace.hasSuffix("/excerpt/")
  }

  /// The ids of entries that the feed says are withdrawn (RFC 6721 §3).
  var tombstones: [String] {
    xml.nodes.filter { $0.name == "deleted-entry" }.compactMap { $0["ref"] }
  }

  /// An element's name with the usual prefix: `content:encoded`; RSS's own and what has no
  /// namespace has none.
  func name(of index: Int) -> String {
    let node = xml.nodes[index]
    let prefix =
      Self.prefixes[node.namespace]
      ?? (Self.isExport(node.namespace) ? "wp" : node.namespace)
    return prefix.isEmpty ? node.name : prefix + ":" + node.name
  }

  /// The elements directly inside one that have one of these names, in the order of the names.
  func all(_ names: [String], of index: Int) -> [Int] {
    let children = index == channel ? description : xml.children(of: index)
    return names.flatMap { name in children.filter { self.name(of: $0) == name } }
  }

  /// The first text of one of these elements that is not blank.
  func text(_ names: [String], of index: Int) -> String? {
    texts(names, of: index).first
  }

  /// The texts of these elements that are not blank.
  func texts(_ names: [String], of index: Int) -> [String] {
    all(names, of: index).map { xml.text(of: $0).trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  /// The address that relative ones are resolved against: the nearest `xml:base` around, else the
  /// feed's link.
  func base(of index: Int) -> WebAddress? {
    var place = index
    while place >= 0 {
      let stated = xml.nodes[place].attributes.first {
        $0.name == "base" && ($0.namespace.hasSuffix("namespace") || $0.namespace == "xml")
      }
      if let stated, let address = WebAddress(stated.value) { return address }
      place = xml.nodes[place].parent
    }
    let link =
      text(["link"], of: channel)
      ?? all(["atom:link"], of: channel).first { index in
        ["alternate", ""].contains(xml.nodes[index]["rel"] ?? "")
      }.flatMap { xml.nodes[$0]["href"] }
    return link.flatMap { WebAddress($0) }
  }

  /// The language of an element: the nearest `xml:lang` around, else the channel's.
  func language(of index: Int) -> String? {
    var place = index
    while place >= 0 {
      let stated = xml.nodes[place].attributes.first {
        $0.name == "lang" && ($0.namespace.hasSuffix("namespace") || $0.namespace == "xml")
      }
      if let stated, !stated.value.isEmpty { return stated.value }
      place = xml.nodes[place].parent
    }
    return text(["dc:language", "language"], of: index)
      ?? text(["language", "dc:language"], of: channel)
  }

  /// Media of the Media RSS module, in groups or not, as addresses with their attributes.
  func media(of index: Int) -> (pictures: [Picture], enclosures: [Enclosure]) {
    var pictures: [Picture] = []
    var enclosures: [Enclosure] = []
    let reading = MediaReading(base: base(of: index))
    let groups = [index] + all(["media:group", "media:content"], of: index)
    for content in groups.flatMap({ all(["media:content", "media:thumbnail"], of: $0) }) {
      let node = xml.nodes[content]
      guard let url = node["url"].flatMap(reading.resolved) else { continue }
      let type = node["type"] ?? MediaFileType.guess(from: url) ?? ""
      let isThumbnail = node.name == "thumbnail"
      if isThumbnail || node["medium"] == "image" || type.hasPrefix("image/") {
        var picture = Picture(url: url, mediaType: type.hasPrefix("image/") ? type : nil)
        picture.width = node["width"].flatMap { Int($0) }
        picture.height = node["height"].flatMap { Int($0) }
        picture.alternative = text(["media:description", "media:title"], of: content) ?? ""
        picture.credit = text(["media:credit"], of: content)
        // A small version of what stands beside it comes last.
        if isThumbnail, !pictures.isEmpty { continue }
        pictures.append(picture)
      } else if type.hasPrefix("audio/") || type.hasPrefix("video/") {
        enclosures.append(
          Enclosure(
            url: url, mediaType: type, byteCount: node["fileSize"].flatMap { Int($0) },
            duration: node["duration"].flatMap(PlayingTime.seconds)))
      }
    }
    return (pictures, enclosures)
  }

  /// An enclosure: a picture by its type, else a sound or film.
  func note(
    enclosure url: String?, type: String?, length: String?, of index: Int, duration: String? = nil,
    into draft: inout ArticleDraft
  ) {
    guard let url = url.flatMap(MediaReading(base: base(of: index)).resolved) else { return }
    let type =
      type.flatMap { $0.contains("/") ? $0.lowercased() : nil } ?? MediaFileType.guess(from: url)
    guard let type else { return }
    if type.hasPrefix("image/") {
      draft.pictures.append(Picture(url: url, mediaType: type))
    } else {
      let count = length.flatMap { Int($0.trimmingWhitespace()) }
      draft.enclosures.append(
        Enclosure(
          url: url, mediaType: type, byteCount: count.flatMap { $0 > 0 ? $0 : nil },
          duration: duration.flatMap(PlayingTime.seconds)))
    }
  }

  private static let prefixes: [String: String] = [
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "", "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss": "", "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/2005/Atom": "atom", "http://purl.org/atom/ns#": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media", "http://search.yahoo.com/mrss": "media",
    "https://search.yahoo.com/mrss/": "media", "http://video.search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.itunes.com/DTDs/PodCast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://purl.org/atompub/tombstones/1.0": "at",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  ]
}
