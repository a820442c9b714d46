import Markup

/// The part of a page that is read: one root, without some of the nodes inside.
struct PageSelection {
  private let document: HTMLDocument
  private(set) var root: Int
  private(set) var leavingOut: Set<Int> = []

  /// Selects a frame, and texts before it.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - frame: The element that is read.
  ///   - lead: Nodes before it whose texts are read as well, in ascending order.
  init(_ document: HTMLDocument, frame: Int, lead: [Int]) {
    self.document = document
    root = frame
    guard let first = lead.first else { return }
    let nodes = document.nodes
    while root > 0, !(root < first && first < nodes[root].end) { root = max(nodes[root].parent, 0) }
    let wanted = Set(lead)
    // An element with neither the frame nor a wanted text is left out as a whole.
    var index = root + 1
    var next = 0
    while index < nodes[root].end {
      if index == frame {
        index = nodes[index].end
        continue
      }
      while next < lead.count, lead[next] < index { next += 1 }
      let end = nodes[index].end
      let holdsWanted = next < lead.count && lead[next] < end
      let holdsFrame = index < frame && frame < end
      if wanted.contains(index) || holdsWanted || holdsFrame {
        index += 1
      } else {
        leavingOut.insert(index)
        index = end
      }
    }
  }

  /// Leaves out parts that are cut, and those that nobody reads.
  mutating func leaveOut(_ isCut: [Bool], unread: [Bool]) {
    var index = root + 1
    while index < document.nodes[root].end {
      if isCut[index] || (unread[index] && isNoscriptOfText(index)) {
        leavingOut.insert(index)
        index = document.nodes[index].end
      } else {
        index += 1
      }
    }
  }

  /// Whether a `noscript` speaks to the reader; one with an image stands for what a script would
  /// load.
  private func isNoscriptOfText(_ index: Int) -> Bool {
    let nodes = document.nodes
    guard nodes[index].name == "noscript" else { return false }
    return !(index..<nodes[index].end).contains { ["img", "amp-img"].contains(nodes[$0].name) }
  }

  /// Leaves the texts of some nodes out.
  mutating func leaveOutTexts(_ range: ClosedRange<Int>) {
    for index in range where document.nodes[index].isText { leavingOut.insert(index) }
  }
}
