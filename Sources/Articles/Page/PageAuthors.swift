import Markup
import NewsModel

/// Finds the authors by the page's elements and its first lines.
struct PageAuthors {
  private let document: HTMLDocument
  private let outline: PageOutline
  private let isElsewhere: [Bool]
  private let heading: Int

  /// Looks at a page.
  init(_ main: MainText, heading: Int?) {
    document = main.outline.document
    outline = main.outline
    isElsewhere = main.isElsewhere
    self.heading = heading ?? main.frame
  }

  /// The people; none if the page names nobody.
  func people() -> [Person] {
    var names = BylineNames()
    var byTrust: [[(distance: Int, people: [Person])]] = [[], [], []]
    for (index, node) in document.nodes.enumerated() where index > outline.body && !node.isText {
      guard !node.attributes.isEmpty, !isElsewhere[index],
        let trust = PageAuthors.trust(of: node, &names)
      else { continue }
      // A name of a person after the headline, or shortly above it.
      let distance = index >= heading ? index - heading : (heading - index) * 10
      let people = Byline.people(name(in: index)).filter { PageAuthors.isName($0.name) }
      if !people.isEmpty { byTrust[trust].append((distance, people)) }
    }
    for found in byTrust {
      guard let nearest = found.min(by: { $0.distance < $1.distance }) else { continue }
      // Several elements side by side are several authors.
      var people = nearest.people
      for other in found where abs(other.distance - nearest.distance) <= 12 {
        for person in other.people where !people.contains(where: { $0.name == person.name }) {
          if people.count < 6 { people.append(person) }
        }
      }
      return people
    }
    return lines()
  }

  /// The rank of an element's names, 0 for the surest; nil if they name no author.
  private static func trust(of node: HTMLNode, _ names: inout BylineNames) -> Int? {
    if node.has("author", in: "itemprop") || node.has("author", in: "rel") { return 0 }
    let kinds = names.kinds(of: node).filter { !$0.contains(.besideName) }
    if kinds.contains(where: { $0.contains(.authorName) }) { return 1 }
    return kinds.contains { $0.contains(.author) } ? 2 : nil
  }

  /// The name inside an element: of the element that says it is one, else the whole.
  private func name(in index: Int) -> String {
    let node = document.nodes[index]
    if let content = node["content"], !content.isEmpty { return content }
    var inner = index + 1
    var text = ""
    while inner < node.end {
      let part = document.nodes[inner]
      if !part.isText, part.has("name", in: "itemprop") {
        return part["content"] ?? CleanText.line(document.text(of: inner))
      }
      if ["time", "script", "style", "figure", "noscript", "svg"].contains(part.name) {
        inner = part.end
        continue
      }
      if part.isText { text += part.text }
      if ["br", "div", "p", "li"].contains(part.name) { text += " | " }
      // A byline with a role and a date has some hundred letters.
      if text.utf8.count > 200 { return "" }
      inner += 1
    }
    return CleanText.line(text)
  }

  /// A line like `By Ann Ames` near the headline.
  private func lines() -> [Person] {
    let blocks = outline.flow.blocks
    let start = blocks.firstIndex { $0.first >= heading } ?? 0
    for block in blocks[start...].prefix(8)
    where block.text.count <= 120 && !isElsewhere[block.owner] {
      let line = CleanText.line(String(decoding: outline.text(block), as: UTF8.self))
      if let name = Byline.afterMark(line) {
        let people = Byline.people(name).filter { PageAuthors.isFullName($0.name) }
        if !people.isEmpty { return people }
      }
    }
    return []
  }

  /// Whether a text has the form of a full name: two to five words with capitals, particles aside.
  private static func isFullName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (2...5).contains(words.count) && isName(text)
      && words.allSatisfy { $0.first?.isLowercase == false || particles.contains(String($0)) }
  }

  private static let particles: Set = [
    "de", "da", "del", "della", "di", "do", "dos", "du", "la", "le", "van", "von", "der", "den",
    "zu",
    "bin", "al", "el", "y", "ter", "ten",
  ]

  /// Whether a text may be a person's name: letters, few words, no sentence, no date.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...6).contains(words.count) && text.count <= 60 && text.contains(where: \.isLetter)
      && !text.contains(where: { ":/?!@#".contains($0) })
      && !(text.contains(where: \.isNumber) && words.count > 1 && DateReading.read(text) != nil)
  }
}
