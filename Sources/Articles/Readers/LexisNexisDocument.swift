import NewsModel

/// One document of a LexisNexis export: outlet, date and headline above, labels, then the text,
/// then labels again.
struct LexisNexisDocument {
  private let lines: [Substring]

  init(_ lines: ArraySlice<Substring>) {
    self.lines = Array(lines.drop { $0.isEmpty })
  }

  func draft() -> ArticleDraft {
    var labels: [String: String] = [:]
    var head: [Substring] = []
    var index = 0
    // Above the text stand the labels; the last of them is mostly LENGTH or the word Body.
    let bodyStart = lines.firstIndex(of: "Body") ?? lastLabel()
    while index < bodyStart {
      let line = lines[index]
      if let label = LexisNexisArticleReader.label(line) {
        labels[label.name] = label.value
      } else if !line.isEmpty, !line.hasPrefix("Copyright "),
        line.lowercased() != "all rights reserved"
      {
        head.append(line)
      }
      index += 1
    }
    var body = lines[min(bodyStart + 1, lines.count)...]
    if let end = body.firstIndex(where: isEnd) {
      for line in body[end...] {
        if let label = LexisNexisArticleReader.label(line), labels[label.name] == nil {
          labels[label.name] = label.value
        }
      }
      body = body[..<end]
    }
    var draft = ArticleDraft()
    let dates = head.filter { isDate($0) }
    let names = head.filter { !isDate($0) }
    // The older layout has the outlet first, the newer one the headline.
    if let headline = labels["headline"] ?? labels["title"] {
      draft.title = headline
      draft.outlet = names.first.map(String.init)
    } else if let date = head.firstIndex(where: isDate), names.count >= 2 {
      let isHeadlineFirst = date >= 2
      draft.title = String(isHeadlineFirst ? names[0] : names[1])
      draft.outlet = String(isHeadlineFirst ? names[1] : names[0])
    } else {
      draft.title = names.first.map(String.init)
    }
    draft.published = dates.map(String.init) + [labels["load-date"]].compactMap { $0 }
    draft.authors = labels["byline"].map { Byline.people($0) } ?? []
    draft.language = labels["language"].flatMap {
      LanguageTag.normalized(String($0.prefix { $0 != ";" }))
    }
    draft.tags = [labels["section"]].compactMap { $0?.prefix { $0 != ";" }.trimmingWhitespace() }
    draft.summary = labels["highlight"]
    draft.paragraphs = PlainParagraphs.paragraphs(of: body.joined(separator: "\n"))
    return draft
  }

  private func lastLabel() -> Int {
    var last = 0
    for (index, line) in lines.prefix(60).enumerated() {
      guard let label = LexisNexisArticleReader.label(line) else { continue }
      if ["load-date", "publication-type", "subject", "language"].contains(label.name), index > 6 {
        break
      }
      last = index
    }
    return last
  }

  private func isEnd(_ line: Substring) -> Bool {
    guard let label = LexisNexisArticleReader.label(line) else { return false }
    return [
      "load-date", "language", "publication-type", "publication type", "subject", "journal code",
      "classification", "graphic",
    ].contains(label.name)
  }

  /// A line of a date alone: `November 20, 2026 Friday`.
  private func isDate(_ line: Substring) -> Bool {
    line.count <= 60 && line.contains(where: \.isNumber) && DateReading.read(String(line)) != nil
  }
}
