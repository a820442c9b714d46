import Markup

/// The text of a page as its readers see it: paragraph after paragraph.
///
/// Paragraphs are made by the flow and not by elements, so that a text between line breaks, beside
/// a child block or in a site's own elements is as good as one in `p`.
///
/// - Complexity: O(*n*) in the size of the page.
struct PageFlow {
  private(set) var blocks: [PageBlock] = []
  /// The text of all blocks in UTF-8, with single spaces.
  private(set) var bytes: [UInt8] = []

  private var open: [(end: Int, node: Int, traits: ElementTraits)] = []
  private var start = 0
  private var owner = 0
  private var first = -1
  private var last = 0
  private var length = 0
  private var linked = 0
  private var hasSentenceMark = false
  private var hasSpace = false
  private var breaks = 0
  private var linkEnd = -1

  /// Reads the text inside a node.
  init(_ document: HTMLDocument, traits: [ElementTraits], body: Int) {
    let nodes = document.nodes
    var index = body
    while index < nodes[body].end {
      while let outer = open.last, outer.end <= index {
        flush()
        open.removeLast()
      }
      if nodes[index].isText {
        append(nodes[index].text, index, body)
        index += 1
        continue
      }
      if traits[index].contains(.unread) {
        index = nodes[index].end
        continue
      }
      let name = nodes[index].name
      if traits[index].contains(.block) || beginsBlock(traits[index], index) {
        flush()
        open.append((nodes[index].end, index, traits[index]))
      } else if name == "br" {
        breaks += 1
        hasSpace = true
        if breaks > 1 { flush() }
      } else if name == "hr" {
        flush()
      } else if name == "a", linkEnd <= index, nodes[index]["href"] != nil {
        linkEnd = nodes[index].end
      }
      index += 1
    }
    flush()
  }

  /// A site's own element is a block unless it stands inside a paragraph or a link.
  private func beginsBlock(_ traits: ElementTraits, _ index: Int) -> Bool {
    traits.contains(.custom) && linkEnd <= index && open.last?.traits.contains(.leaf) != true
  }

  private mutating func append(_ text: String, _ index: Int, _ body: Int) {
    let isLinked = index < linkEnd
    let lengthBefore = length
    var text = text
    text.withUTF8 { source in
      var place = 0
      while place < source.count {
        let byte = source[place]
        place += 1
        if byte <= 0x20 {
          hasSpace = true
          continue
        }
        if byte == 0xC2, place < source.count, source[place] == 0xA0 {
          hasSpace = true
          place += 1
          continue
        }
        if first < 0 {
          first = index
          owner = open.last?.node ?? body
          start = bytes.count
        } else if hasSpace {
          bytes.append(0x20)
        }
        hasSpace = false
        bytes.append(byte)
        count(byte)
      }
    }
    guard length > lengthBefore else { return }
    last = index
    breaks = 0
    if isLinked { linked += length - lengthBefore }
  }

  private mutating func count(_ byte: UInt8) {
    switch byte {
    case 0x80...0xBF: break
    // U+3000 and above: Chinese, Japanese, Korean.
    case 0xE3...0xEF: length += 3
    default: length += 1
    }
    switch byte {
    // `. ! ? : ; ,` and the first bytes of the full stops and commas of other scripts (U+0600,
    // U+0900, U+3000, U+FF00).
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2C, 0xE3, 0xEF, 0xD8, 0xE0: hasSentenceMark = true
    default: break
    }
  }

  private mutating func flush() {
    breaks = 0
    hasSpace = false
    guard first >= 0 else { return }
    blocks.append(
      PageBlock(
        owner: owner, first: first, last: last, text: start..<bytes.count, length: length,
        linked: linked, hasSentenceMark: hasSentenceMark))
    first = -1
    length = 0
    linked = 0
    hasSentenceMark = false
  }
}
