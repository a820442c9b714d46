/// Takes from the paragraphs of an article what is not the report: trailers, teasers of other reports, lines told twice.
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

  /// The title again at the top of the text.
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

  /// `[+1234 chars]` and an ellipsis at the very end.
  private mutating func takeCutMark() {
    guard let last = paragraphs.last else { return }
    var text = last
    if let match = text.firstMatch(of: #/\s*\[\s*\+\s*\d+\s*(chars|characters|words)\s*\]\s*$/#) {
      text.removeSubrange(match.range)
      isCut = true
    }
    if let match = text.firstMatch(
      of:
        #/(?i)\s*[\[(]?\s*(continue reading|read more|read on|weiterlesen|lire la suite|leer más)\s*(…|\.\.\.|»|→|>)?\s*[\])]?\s*$/#
    ),
      match.range.lowerBound > text.startIndex
    {
      let isMarked =
        text[..<match.range.lowerBound].hasSuffix("…")
        || text[..<match.range.lowerBound].hasSuffix("...")
      if isMarked || text[match.range].contains(where: { "…»→>[(".contains($0) }) {
        text.removeSubrange(match.range)
        isCut = true
      }
    }
    if let match = text.firstMatch(of: #/\s*[\[(](…|\.\.\.|&hellip;)[\])]\s*$/#) {
      text.replaceSubrange(match.range, with: " …")
      isCut = true
    }
    if text.hasSuffix("…") || text.hasSuffix("...") { isCut = true }
    if text.isEmpty {
      paragraphs.removeLast()
    } else {
      paragraphs[paragraphs.count - 1] = text
    }
  }
}
