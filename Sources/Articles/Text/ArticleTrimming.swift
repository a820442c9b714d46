/// Removes from the paragraphs of an article what is not the report: trailers, teasers of other
/// reports, repeated lines.
struct ArticleTrimming {
  var paragraphs: [String]
  var isCut = false

  init(paragraphs: [String], title: String?) {
    self.paragraphs = paragraphs
    dropTitle(title)
    dropTeasers()
    dropTrailers()
    dropRepeats()
    takeCutMark()
  }

  /// Drops the title if it comes again at the top of the text.
  private mutating func dropTitle(_ title: String?) {
    guard let title, let first = paragraphs.first, paragraphs.count > 1 else { return }
    if RepeatedLines.folded(first) == RepeatedLines.folded(title) { paragraphs.removeFirst() }
  }

  private mutating func dropTeasers() {
    guard paragraphs.contains(where: Boilerplate.isTeaser) else { return }
    let kept = paragraphs.filter { !Boilerplate.isTeaser($0) }
    if !kept.isEmpty { paragraphs = kept }
  }

  private mutating func dropTrailers() {
    while paragraphs.count > 1, let last = paragraphs.last {
      guard Boilerplate.isTrailer(last) else {
        break
      }
      if Boilerplate.saysMore(last) { isCut = true }
      paragraphs.removeLast()
    }
  }

  private mutating func dropRepeats() {
    paragraphs = RepeatedLines.dropping(from: paragraphs)
  }

  private mutating func takeCutMark() {
    guard let last = paragraphs.last else { return }
    let (text, isMarked) = CutMark.taken(from: last)
    isCut = isCut || isMarked
    if text.isEmpty {
      paragraphs.removeLast()
    } else {
      paragraphs[paragraphs.count - 1] = text
    }
  }
}
