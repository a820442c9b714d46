import NewsModel

/// Names of outlets as a person reads them.
enum OutletName {
  /// A stated name; an address becomes its host.
  static func stated(_ text: String) -> String? {
    let line = MarkupRecognition.plainLine(text)
    if let address = WebAddress(line) { return host(address) }
    var name = line
    if name.hasPrefix("@") { name.removeFirst() }
    if name.lowercased().hasPrefix("www.") { name.removeFirst(4) }
    return name.isEmpty || name.count > 100 ? nil : name
  }

  /// The name of a folder: `the-harbour_gazette` becomes `The Harbour Gazette`, `dw.com` and `BBC
  /// News` stay.
  static func folder(_ name: String) -> String? {
    let clean = CleanText.line(name)
    guard !ignored.contains(clean.lowercased()), !clean.isEmpty, clean.contains(where: \.isLetter)
    else { return nil }
    if clean.contains(" ") || clean.contains(".") { return clean }
    let words = clean.split { $0 == "-" || $0 == "_" || $0 == "+" }
    guard clean.allSatisfy({ !$0.isUppercase }) else { return words.joined(separator: " ") }
    return words.map { word in
      small.contains(String(word)) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ").capitalizingFirst()
  }

  /// The host of an address without `www.`.
  static func host(_ address: WebAddress) -> String {
    address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
  }

  private static let small: Set = ["of", "and", "de", "la", "le", "el", "der", "die", "das", "du"]
  /// Folders that sort files and name nobody: these, years, months and days.
  private static let ignored: Set = [
    "articles", "article", "news", "inbox", "incoming", "import", "imported", "new", "archive",
    "data", "texts", "files", "feed", "feeds", "raw", "txt", "html", "json", "md", "markdown",
    "misc", "unsorted",
  ]
}

extension String {
  fileprivate func capitalizingFirst() -> String { prefix(1).uppercased() + dropFirst() }
}
