public import NewsModel
import Stories

/// The result of a change of the pins: the new text of the file, and the differences.
public struct PinEdit: Sendable {
  /// The text of the file after the change.
  public private(set) var text: String
  /// The pins after the change.
  public private(set) var pins: Pins
  /// A line for each pin that is new or gone.
  public private(set) var lines: [String] = []
  private let path: String

  /// Computes the result of a change.
  ///
  /// - Parameters:
  ///   - change: The change; its names stand in the file as they are here.
  ///   - text: The text of the file.
  ///   - path: The path of the file, for errors.
  ///   - resolve: The article that a name means, if there is one.
  ///   - storyOf: The story that an article is in, if there is one.
  /// - Throws: `SettingsError` if the text is wrong already, `PinEditError` if the change is.
  public init(
    _ change: PinChange, text: String, path: String, resolve: (String) -> ArticleID?,
    storyOf: (ArticleID) -> EntryID?
  ) throws {
    self.text = text
    self.path = path
    pins = try PinsReader.read(yaml: text, path: path)
    let old = pins
    switch change {
    case .together(let names), .apart(let names): try Self.check(names, resolve)
    case .lead(let name), .title(_, let name):
      guard resolve(name) != nil else { throw PinEditError.noArticle(name) }
    case .unpin: break
    }
    switch change {
    case .together(let names):
      if !isSaid(names, pins.pairs(resolve).together, resolve) { try add(names, to: .together) }
    case .apart(let names):
      if !isSaid(names, pins.pairs(resolve).apart, resolve) { try add(names, to: .apart) }
    case .lead(let name):
      if !pins.lead.contains(where: { resolve($0) == resolve(name) }) {
        pins.lead.append(name)
        try write(.lead, FlowText.scalar(name), "\(name) leads its story")
      }
    case .title(let title, let name): try set(title, of: name, resolve)
    case .unpin(let names): try takeBack(names, resolve)
    }
    if case .unpin = change {
    } else {
      let known = Set(PinFindings.find(old, resolve: resolve, storyOf: storyOf))
      let fresh = PinFindings.find(pins, resolve: resolve, storyOf: storyOf)
        .filter { !known.contains($0) }
      guard fresh.isEmpty else { throw PinEditError.contradiction(fresh) }
    }
    // Silence is right: the text could be read before, so an error of the reader here is the fault
    // of the change and would tell a person nothing.
    guard let read = try? PinsReader.read(yaml: self.text, path: path), read == pins else {
      throw PinEditError.notEditable(path: path, wanted: lines.joined(separator: "; "))
    }
  }

  private static func check(_ names: [String], _ resolve: (String) -> ArticleID?) throws {
    var known: [ArticleID: String] = [:]
    for name in names {
      guard let article = resolve(name) else { throw PinEditError.noArticle(name) }
      if let other = known[article] { throw PinEditError.sameArticle(other, name) }
      known[article] = name
    }
  }

  /// Whether every pair of these articles has this pin already.
  private func isSaid(
    _ names: [String], _ pairs: Set<ArticlePair>, _ resolve: (String) -> ArticleID?
  ) -> Bool {
    let articles = names.compactMap(resolve)
    return articles.indices.allSatisfy { number in
      articles[(number + 1)...].allSatisfy { pairs.contains(ArticlePair(articles[number], $0)) }
    }
  }

  private mutating func add(_ names: [String], to section: PinsSection) throws {
    if section == .together { pins.together.append(names) } else { pins.apart.append(names) }
    try write(
      section, FlowText.list(names),
      (section == .together ? "one story: " : "not one story: ") + names.joined(separator: ", "))
  }

  private mutating func set(
    _ title: String, of name: String, _ resolve: (String) -> ArticleID?
  ) throws {
    guard let number = pins.titles.firstIndex(where: { resolve($0.article) == resolve(name) })
    else {
      pins.titles.append(.init(article: name, title: title))
      return try write(
        .titles, "\(FlowText.scalar(name)): \(FlowText.scalar(title))",
        "the story of \(name) is titled: \(title)")
    }
    guard pins.titles[number].title != title else { return }
    pins.titles[number].title = title
    let item = "\(FlowText.scalar(pins.titles[number].article)): \(FlowText.scalar(title))"
    lines.append("the story of \(name) is titled: \(title)")
    try edit { try $0.replace(number, of: .titles, with: item) }
  }

  private mutating func write(_ section: PinsSection, _ item: String, _ line: String) throws {
    lines.append(line)
    try edit { try $0.append(item, to: section) }
  }

  private mutating func edit(_ change: (inout PinsText) throws -> Void) throws {
    var text = try editable(lines.last ?? "")
    try change(&text)
    self.text = text.text
  }

  /// The text, to be changed line by line.
  private func editable(_ wanted: String) throws -> PinsText {
    guard PinsText.hasPlainLines(text) else {
      throw PinEditError.notEditable(path: path, wanted: wanted)
    }
    return PinsText(text)
  }

  /// Removes the articles from every pin. A list that is left with one article says nothing, and is
  /// removed too.
  private mutating func takeBack(_ names: [String], _ resolve: (String) -> ArticleID?) throws {
    let articles = Set(names.compactMap(resolve))
    func isMeant(_ name: String) -> Bool {
      names.contains(name) || resolve(name).map(articles.contains) == true
    }
    let missing = names.filter { name in
      !pins.names.contains { $0 == name || (resolve($0) != nil && resolve($0) == resolve(name)) }
    }
    guard missing.count < names.count else { throw PinEditError.notPinned(names) }
    var text = try editable("take back what is said of \(names.joined(separator: ", "))")
    var lines: [String] = []
    func shorten(_ lists: inout [[String]], _ section: PinsSection, _ words: String) throws {
      for number in lists.indices.reversed() where lists[number].contains(where: isMeant) {
        lines.append("no more \(words): \(lists[number].joined(separator: ", "))")
        let rest = lists[number].filter { !isMeant($0) }
        let item = rest.count < 2 ? nil : FlowText.list(rest)
        if item == nil { lists.remove(at: number) } else { lists[number] = rest }
        try text.replace(number, of: section, with: item)
      }
    }
    try shorten(&pins.together, .together, "one story")
    try shorten(&pins.apart, .apart, "kept apart")
    for number in pins.lead.indices.reversed() where isMeant(pins.lead[number]) {
      lines.append("no more leading: \(pins.lead.remove(at: number))")
      try text.replace(number, of: .lead, with: nil)
    }
    for number in pins.titles.indices.reversed() where isMeant(pins.titles[number].article) {
      let title = pins.titles.remove(at: number)
      lines.append("no more titled by \(title.article): \(title.title)")
      try text.replace(number, of: .titles, with: nil)
    }
    self.text = text.text
    self.lines += lines
  }
}
