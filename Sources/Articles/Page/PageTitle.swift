import Markup
import NewsModel

/// The headline of a page, by the agreement of its headings with the metadata of its head.
///
/// A heading that one of the statements begins with is the headline: the statement has the site's
/// name behind it, or a section before it. Dashes and bars inside a headline need no rule then.
/// Where no heading agrees the statement stands.
struct PageTitle {
  /// The headline; nil if the page has none.
  let text: String?
  /// The heading that it comes from.
  let heading: Int?

  /// Finds the headline.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - stated: The titles in metadata and data, the most trusted first.
  ///   - title: The text of `title`.
  ///   - names: Possible names of the site: a heading with one is its masthead.
  init(_ document: HTMLDocument, stated: [String], title: String?, names: [String]) {
    let headings = PageTitle.headings(of: document)
    let masthead = Set(names.map(PageTitle.folded)).subtracting([""])
    let stated = stated.map(MarkupRecognition.plainLine).filter { !$0.isEmpty }
    let witnesses = (stated.isEmpty ? title.map { [$0] } ?? [] : stated).map(PageTitle.folded)
    var best: (score: Double, heading: Heading)?
    for heading in headings where !masthead.contains(heading.folded) {
      let agreement = witnesses.map { PageTitle.agreement(heading.folded, $0) }.max() ?? 0
      guard agreement > 0 else { continue }
      let score = agreement + heading.rank + Double(min(heading.folded.utf8.count, 80)) / 20
      if score > best?.score ?? 0 { best = (score, heading) }
    }
    if let best {
      text = best.heading.text
      heading = best.heading.node
      return
    }
    // The metadata may have the site's name for a title; the page's `title` says otherwise then.
    if !stated.isEmpty, let title, let folded = title.isEmpty ? nil : PageTitle.folded(title),
      let own = headings.first(where: {
        $0.rank == 3 && !masthead.contains($0.folded) && $0.folded.utf8.count >= 15
          && folded.hasPrefix($0.folded)
      }),
      stated.allSatisfy({
        folded.hasSuffix(PageTitle.folded($0)) || PageTitle.folded($0).utf8.count < 15
      })
    {
      text = own.text
      heading = own.node
      return
    }
    let firsts = headings.filter { $0.rank == 3 && !masthead.contains($0.folded) }
    heading = firsts.first?.node
    if let first = stated.first {
      text = first
    } else {
      // A `title` that no heading agrees with is the site's; its only first heading is the page's.
      text = (firsts.count == 1 ? firsts.first?.text : nil) ?? title ?? firsts.first?.text
    }
  }

  private struct Heading {
    var node: Int
    var text: String
    var folded: String
    var rank: Double
  }

  /// The agreement of a heading with a statement: 3 for all of it, 2 for its beginning, 1.5 for a
  /// part of it, 0 for less than two fifths of it.
  private static func agreement(_ heading: String, _ statement: String) -> Double {
    if heading == statement { return 3 }
    let (own, all) = (heading.utf8.count, statement.utf8.count)
    guard own * 5 >= all * 2, own < all else { return 0 }
    if own >= 8, statement.hasPrefix(heading) { return 2 }
    return own >= 10 && statement.contains(heading) ? 1.5 : 0
  }

  private static func headings(of document: HTMLDocument) -> [Heading] {
    var result: [Heading] = []
    for (index, node) in document.nodes.enumerated() {
      let rank: Double
      switch node.name {
      case "h1": rank = 3
      case "h2": rank = 1
      case "h3": rank = 0
      case "": continue
      default:
        guard !node.attributes.isEmpty, node.has("headline", in: "itemprop"), node.name != "meta"
        else { continue }
        rank = 1
      }
      // A page has some fifty; what has more is a list of other pages.
      guard result.count < 300 else { break }
      let text = CleanText.line(PageTitle.text(of: document, index))
      guard !text.isEmpty, text.utf8.count <= 600 else { continue }
      result.append(Heading(node: index, text: text, folded: folded(text), rank: rank))
    }
    return result
  }

  /// The text of a heading with its lines parted.
  private static func text(of document: HTMLDocument, _ index: Int) -> String {
    var result = ""
    var inner = index + 1
    while inner < document.nodes[index].end, result.utf8.count <= 1_000 {
      let node = document.nodes[inner]
      if ["script", "style", "svg", "noscript", "button"].contains(node.name) {
        inner = node.end
        continue
      }
      if node.isText { result += node.text }
      if ["br", "div", "p"].contains(node.name) { result += " " }
      inner += 1
    }
    return result
  }

  /// Letters and digits in lower case.
  static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
      case 0...0x7F: continue
      default: return foldedUnicode(text)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func foldedUnicode(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
