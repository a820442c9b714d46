import FoundationEssentials
import Markup
import NewsModel

/// The dates that a page's elements and its visible text state, the most trusted first.
///
/// Elements that say what they are come first, then `time` near the headline, then elements named
/// after a date, then short lines around the headline. A masthead's "today" stands before the
/// headline and counts last; dates of other reports and of comments do not count.
struct PageDates {
  private let document: HTMLDocument
  private let outline: PageOutline
  private let isElsewhere: [Bool]
  private let heading: Int
  private let root: Int

  /// Looks at a page.
  ///
  /// - Parameters:
  ///   - main: The article within the page.
  ///   - heading: The element with the headline, if one is known.
  init(_ main: MainText, heading: Int?) {
    document = main.outline.document
    outline = main.outline
    isElsewhere = main.isElsewhere
    root = main.frame
    self.heading = heading ?? main.frame
  }

  /// The dates as they are written.
  func stated() -> [String] {
    var names = BylineNames()
    var marked: [String] = []
    var elsewhere: [(place: Int, text: String, isMarked: Bool)] = []
    var times: [(distance: Int, text: String)] = []
    var named: [(distance: Int, text: String)] = []
    for (index, node) in document.nodes.enumerated()
    where !node.isText && node.name != "meta" {
      let isTime = node.name == "time"
      guard isTime || !node.attributes.isEmpty else { continue }
      if isMarked(node) {
        guard let text = text(of: index) else { continue }
        if isElsewhere[index] {
          elsewhere.append((index, text, true))
        } else {
          marked.append(text)
        }
      } else if isElsewhere[index] {
        if isTime, let text = text(of: index) { elsewhere.append((index, text, false)) }
      } else if isTime {
        guard let text = text(of: index) else { continue }
        let named = node["class"]?.lowercased() ?? ""
        if !named.isEmpty, named.contains("publish") || named.contains("entry-date") {
          marked.append(text)
        } else {
          times.append((distance(index), text))
        }
      } else if index > outline.body, named.count < 50,
        names.kinds(of: node).contains(where: { $0.contains(.date) && !$0.contains(.change) }),
        let text = text(of: index)
      {
        named.append((distance(index), text))
      }
    }
    if marked.isEmpty, times.isEmpty, let text = own(of: elsewhere) { marked = [text] }
    // The sort is stable by the place in the page, since equal distances do not occur.
    return marked + times.sorted { $0.distance < $1.distance }.prefix(5).map(\.text)
      + named.sorted { $0.distance < $1.distance }.prefix(8).map(\.text) + lines()
  }

  /// The article's date among those of parts that seem to belong to other pages.
  ///
  /// Templates put the date into a part that they call a footer, and call the frame of a text a
  /// sidebar. A date between the headline and the text is the article's, and so is one that alone
  /// is marked. Comments and other reports come after the text.
  private func own(of dates: [(place: Int, text: String, isMarked: Bool)]) -> String? {
    let blocks = outline.flow.blocks
    let text = zip(blocks, outline.prose).first { $0.first > heading && $1 > 0 }?.0.first ?? heading
    if let above = dates.first(where: { heading < $0.place && $0.place < text }) {
      return above.text
    }
    let marked = dates.filter(\.isMarked)
    let days = marked.compactMap { DateReading.read($0.text)?.moment.timeIntervalSince1970 }
      .map { ($0 / 86_400).rounded(.down) }
    return Set(days).count == 1 ? marked.first?.text : nil
  }

  /// Whether an element says that it is the date of publication: in microdata, HTML's first draft
  /// or RDFa.
  private func isMarked(_ node: HTMLNode) -> Bool {
    if node.has("datepublished", in: "itemprop") || node["pubdate"] != nil { return true }
    guard let property = node["property"] else { return false }
    return PageDates.properties.contains(property.lowercased())
  }

  private static let properties: Set = [
    "datepublished", "schema:datepublished", "schema:datecreated", "dc:date", "dc:created",
    "dcterms:created", "dcterms:issued", "article:published_time", "sioc:created_at",
  ]

  /// The distance of an element from the headline; before it, ten times as far.
  private func distance(_ index: Int) -> Int {
    index >= heading ? index - heading : (heading - index) * 10
  }

  /// The date text of an element: in its attributes or, if it is short, its text.
  private func text(of index: Int) -> String? {
    let node = document.nodes[index]
    for key in PageDates.attributes {
      if let value = node[key], value.contains(where: \.isNumber), DateReading.read(value) != nil {
        return value
      }
    }
    var text = ""
    for inner in document.nodes[index..<node.end] where inner.isText {
      text += inner.text + " "
      // The longest date with its label has some eighty letters.
      if text.utf8.count > 300 { return nil }
    }
    let line = CleanText.line(text)
    return line.contains(where: \.isNumber) && line.utf8.count <= 160 ? line : nil
  }

  /// Short lines with a date: right above the headline, between it and the text, at the text's
  /// beginning and end.
  private func lines() -> [String] {
    var near: [String] = []
    var labelled: [String] = []
    let blocks = outline.flow.blocks
    let atHeading = blocks.firstIndex { $0.first >= heading } ?? 0
    let atRoot = blocks.firstIndex { $0.first >= root } ?? 0
    let end = document.nodes[root].end
    var paragraphs = 0
    for place in blocks.indices.dropFirst(atRoot) where outline.prose[place] > 0 {
      guard paragraphs < 3, blocks[place].first < end else { break }
      guard !isElsewhere[blocks[place].owner] else { continue }
      paragraphs += 1
      if let dateline = dateline(of: outline.text(blocks[place])) { near.append(dateline) }
    }
    for (place, block) in blocks.enumerated() where !isElsewhere[block.owner] {
      guard block.text.count <= 160 else { continue }
      let bytes = outline.text(block)
      guard
        bytes.contains(where: { (0x30...0x39).contains($0) })
          || bytes.contains(where: { $0 >= 0xE3 })
      else { continue }
      let isNear =
        (place >= atHeading - 3 && place <= max(atRoot, atHeading) + 4)
        || (block.first > root && block.first < end && block.text.count <= 60)
      let isLabelled = PageDates.labels.begins(bytes)
      // A line of its own has a label, a name and a date: a hundred letters.
      guard (isNear && block.text.count <= 100) || isLabelled else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if isLabelled, labelled.count < 5 { labelled.append(text) }
      if isNear, near.count < 10 { near.append(text) }
    }
    return labelled + near
  }

  /// The beginning of a paragraph, if it is a date: `21 November 2026 – The ferry …`.
  private func dateline(of text: ArraySlice<UInt8>) -> String? {
    // `Press release of Wednesday, 21 November 2026`: sixty letters.
    let start = String(decoding: text.prefix(64), as: UTF8.self)
    guard start.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let ends = [" – ", " - ", " — ", " | ", " „", ": "].compactMap {
      start.firstRange(of: $0)?.lowerBound
    }
    guard let end = ends.min() else { return nil }
    let dateline = String(start[..<end])
    return DateReading.read(dateline) == nil ? nil : dateline
  }

  private static let attributes = [
    "content", "datetime", "data-datetime", "data-date", "title", "data-timestamp", "data-time",
    "data-utc", "data-published",
  ]

  private static let labels: PhraseFinder = {
    var list = PhraseFinder()
    list.add(
      0,
      [
        "published", "posted", "date:", "publié", "mise en ligne", "erschienen am",
        "veröffentlichung", "publicado", "pubblicato", "veröffentlicht",
        "erstellt", "datum:", "stand:", "vom ", "am ", "geplaatst", "gepubliceerd", "opublikowan",
        "опубликовано", "publicerad", "発行", "发布", "fecha",
      ])
    return list
  }()
}
