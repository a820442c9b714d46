import NewsModel

/// The filters of the front page by source and by tag: radio buttons that the style sheet acts on,
/// without script.
///
/// The style sheet has rules for `StoryFilters.limit` of each; the most frequent get one.
struct StoryFilters {
  /// The most filters of a kind. Twelve cover the outlets of a regional collection; nobody would
  /// read through more.
  static let limit = 12

  let sources: [String]
  let tags: [String]

  init(_ entries: [Entry]) {
    sources = Self.mostFrequent(entries.map { $0.coverage.map(\.outlet) })
    tags = Self.mostFrequent(entries.map(\.tags))
  }

  /// The classes of an entry's item in the list.
  func classes(of entry: Entry) -> String {
    let outlets = Set(entry.coverage.map(\.outlet))
    let tags = Set(entry.tags)
    let names =
      sources.indices.filter { outlets.contains(sources[$0]) }.map { "s\($0)" }
      + self.tags.indices.filter { tags.contains(self.tags[$0]) }.map { "t\($0)" }
    return names.joined(separator: " ")
  }

  func html(_ phrases: Phrases) -> HTMLFragment {
    guard sources.count > 1 || !tags.isEmpty else { return "" }
    var html: HTMLFragment = """
      <details class="filter" id="filter">
      <summary>\(phrases.filter)</summary>
      <form autocomplete="off">

      """
    if sources.count > 1 {
      html += group("s", phrases.source, all: phrases.allSources, sources)
    }
    if !tags.isEmpty { html += group("t", phrases.tags, all: phrases.allTags, tags) }
    return html + "</form>\n</details>\n"
  }

  private func group(
    _ letter: String, _ legend: String, all: String, _ names: [String]
  ) -> HTMLFragment {
    var html: HTMLFragment = "<fieldset>\n<legend>\(legend)</legend>\n"
    html += "<label><input type=\"radio\" name=\"\(letter)\" value=\"\" checked>\(all)</label>\n"
    for (number, name) in names.enumerated() {
      html += "<label><input type=\"radio\" name=\"\(letter)\" value=\"\(number)\" "
      html += "id=\"\(letter)\(number)\"><span dir=\"auto\">\(name)</span></label>\n"
    }
    return html + "</fieldset>\n"
  }

  /// The most frequent names, at most `limit`, in the order of names; of equally frequent ones the
  /// first by name.
  private static func mostFrequent(_ lists: [[String]]) -> [String] {
    var counts: [String: Int] = [:]
    for list in lists {
      for name in Set(list) where !name.isEmpty { counts[name, default: 0] += 1 }
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ordered.prefix(limit).map(\.key).sorted()
  }
}
