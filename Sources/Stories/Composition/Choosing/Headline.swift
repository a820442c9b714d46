import NewsModel

/// The headline of an article as an entry shows it: without what its outlet or its picture desk
/// hung on it.
///
/// What is left stands word for word in the title. Where it is not clear that a part is furniture
/// it stays; nothing is taken away that would leave less than a headline.
struct Headline {
  private var text: Substring
  private let outlet: String
  private let host: String

  /// The headline of a title on one line.
  ///
  /// - Parameters:
  ///   - title: The title as the article has it.
  ///   - outlet: The name of its outlet; empty if unknown.
  ///   - url: Its permalink.
  /// - Returns: What is left of the title.
  static func text(_ title: String, outlet: String = "", url: String? = nil) -> String {
    var headline = Headline(EntryComposer.oneLine(title), outlet: outlet, url: url)
    // "Photos: … | World | News": one more than is common.
    for _ in 0..<3 where headline.dropLabel() {}
    for _ in 0..<3 where headline.dropSuffix() {}
    headline.dropOpenQuote()
    return String(headline.text)
  }

  private init(_ line: String, outlet: String, url: String?) {
    text = line[...]
    self.outlet = Self.key(outlet)
    host = CompositionPreferences.host(of: url) ?? (outlet.contains(".") ? outlet.lowercased() : "")
  }

  /// Whether a title begins with a label of the picture or video desk.
  static func isLabelled(_ title: String) -> Bool {
    var headline = Headline(EntryComposer.oneLine(title), outlet: "", url: nil)
    return headline.dropLabel()
  }

  private mutating func dropLabel() -> Bool {
    let head = text.prefix(24)
    if let first = head.first, first == "[" || first == "(" {
      let closing: Character = first == "[" ? "]" : ")"
      guard let end = head.firstIndex(of: closing) else { return false }
      return drop(label: head[head.index(after: head.startIndex)..<end], to: head.index(after: end))
    }
    guard let mark = head.firstIndex(where: { ":：|".contains($0) }) else {
      return drop(label: head.prefix { $0 != " " }, to: head.firstIndex(of: " ") ?? head.endIndex)
    }
    return drop(label: head[..<mark], to: head.index(after: mark))
  }

  private mutating func drop(label: Substring, to end: String.Index) -> Bool {
    let name = label.lowercased().trimmed
    let isWord = text[..<end] == label
    guard isWord ? Self.wordLabels.contains(name) : Self.labels.contains(name) else { return false }
    let rest = text[end...].drop { $0 == " " || "-–—".contains($0) }
    guard Self.isHeadline(rest) else { return false }
    text = rest
    return true
  }

  /// The labels that picture desks put before a caption, behind which a colon, a bar or brackets
  /// stand.
  private static let labels: Set<String> = Set(
    """
    photos|photo|ap photos|in pictures|in photos|pictures|pics|picture gallery|photo gallery|gallery|slideshow|photo essay|
    watch|video|videos|watch live|aptopix|fotos|foto|bilder|bildergalerie|fotostrecke|video|im video|en images|en photos|
    en image|diaporama|vidéo|photos du jour|fotogalería|galería|en imágenes|en fotos|vídeo|fotogallery|le foto|foto's|
    in beeld|фото|видео|ảnh|chùm ảnh|clip|写真|動画|图集|圖輯|组图|影|صور|فيديو
    """.split(separator: "|").map { $0.trimmed })

  /// Those that no mark follows.
  private static let wordLabels: Set<String> = ["aptopix"]

  private mutating func dropSuffix() -> Bool {
    if dropBracket() { return true }
    for (separator, isBar) in Self.separators {
      guard let found = text.lastRange(of: separator) else { continue }
      let (head, tail) = (text[..<found.lowerBound], text[found.upperBound...])
      guard Self.isHeadline(head), isFurniture(tail, behind: head, isBar: isBar) else { continue }
      text = head.trimmedEnd
      return true
    }
    return false
  }

  /// Between a headline and its outlet; behind a bar sections stand too.
  private static let separators: [(String, isBar: Bool)] = [
    (" | ", true), ("｜", true), (" « ", true), (" » ", true), (" :: ", true), (" · ", true),
    (" - ", false), (" – ", false), (" — ", false), (" -- ", false), ("—", false),
  ]

  private func isFurniture(_ tail: Substring, behind head: Substring, isBar: Bool) -> Bool {
    let words = tail.split(separator: " ")
    // What is longer than an outlet's name says something of its own.
    guard !words.isEmpty, words.count <= 6, tail.count <= 40, let end = tail.last,
      !"?!…\"”".contains(end)
    else { return false }
    if isOutlet(tail) { return true }
    let isNamed = words.allSatisfy { word in
      word.first.map { !$0.isLowercase } ?? false
        || ["of", "the", "de", "la", "der"].contains(word)
    }
    guard isNamed else { return false }
    if isBar, words.count <= 3, head.count >= 2 * tail.count { return true }
    return words.contains { Self.media.contains($0.lowercased()) || Self.isDomain($0) }
  }

  /// Whether a part of a title names the article's outlet, in the spelling of its name or of its
  /// host.
  private func isOutlet(_ tail: Substring) -> Bool {
    let key = Self.key(tail)
    guard key.count >= 3 else { return !key.isEmpty && key == outlet }
    if key == outlet || (key.count >= 4 && outlet.hasPrefix(key)) { return true }
    let label = Self.key(host.split(separator: ".").max { $0.count < $1.count } ?? "")
    guard label.count >= 3 else { return false }
    return key == label || (key.count >= 4 && label.hasPrefix(key))
      || (label.count >= 4 && key.hasPrefix(label))
  }

  /// A name by its letters and digits alone.
  private static func key(_ name: some StringProtocol) -> String {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return key.hasPrefix("the") && key.count > 6 ? String(key.dropFirst(3)) : key
  }

  private static func isDomain(_ word: Substring) -> Bool {
    let parts = word.split(separator: ".")
    return parts.count >= 2 && (2...3).contains(parts[parts.count - 1].count)
      && parts[parts.count - 1].allSatisfy(\.isLowercase) && parts[0].count >= 3
  }

  /// Words that outlets are named with.
  private static let media: Set<String> = Set(
    """
    news network times post herald tribune journal daily gazette online magazine broadcasting radio tv television press
    chronicle telegraph globe newspaper zeitung nachrichten tagblatt tageblatt rundfunk kurier journal télévision infos
    diario periódico noticias gaceta jornal notícias giornale corriere gazzetta quotidiano krant dagblad nieuws новости
    газета báo tin
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// "[VIDEO]", "(photos)" at the end of a title.
  private mutating func dropBracket() -> Bool {
    guard let last = text.last, last == "]" || last == ")",
      let start = text.lastIndex(of: last == "]" ? "[" : "(")
    else { return false }
    let label = text[text.index(after: start)...].dropLast().lowercased().trimmed
    let head = text[..<start].trimmedEnd
    guard Self.labels.contains(label) || Self.closing.contains(label), Self.isHeadline(head) else {
      return false
    }
    text = head
    return true
  }

  private static let closing: Set<String> = [
    "updated", "update", "with video", "with photos", "+ video", "mit video", "avec vidéo",
  ]

  /// A quotation mark that is never closed, or was never opened.
  static func openQuote(in title: Substring) -> String.Index? {
    var open: [Character: String.Index] = [:]
    for index in title.indices {
      let mark = title[index]
      switch mark {
      case "\"":
        if open.removeValue(forKey: mark) == nil { open[mark] = index }
      case "“", "«", "「", "『":
        // “ closes in German what „ opens.
        if mark == "“", open.removeValue(forKey: "„") != nil { continue }
        open[mark] = index
      case "„": open[mark] = index
      case "”":
        guard open.removeValue(forKey: "“") != nil || open.removeValue(forKey: "„") != nil
        else { return index }
      case "»": guard open.removeValue(forKey: "«") != nil else { return nil }
      case "」": open["「"] = nil
      case "』": open["『"] = nil
      default: break
      }
    }
    return open.values.min()
  }

  /// A lone mark at either end of a headline goes; one inside it parts words that only its writer
  /// can tell apart.
  private mutating func dropOpenQuote() {
    guard let mark = Self.openQuote(in: text) else { return }
    if mark == text.startIndex {
      text = text.dropFirst()
    } else if text.index(after: mark) == text.endIndex {
      text = text.dropLast().trimmedEnd
    }
  }

  /// Whether enough is left to be a headline: three words, or eight characters where no spaces are
  /// written.
  private static func isHeadline(_ text: Substring) -> Bool {
    text.split(separator: " ").count >= 3
      || (text.count >= 8 && text.contains { $0.unicodeScalars.contains(where: isUnspaced) })
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    SentenceWordScanner.classify(scalar) == .unspaced
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Substring {
  /// The text without the white space behind it.
  fileprivate var trimmedEnd: Substring {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// The last place of a text in this one.
  ///
  /// Most separators are in no title: their bytes are looked for first.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    guard let mark = text.utf8.first(where: { $0 > 0x20 }), utf8.contains(mark) else { return nil }
    var (found, rest): (Range<String.Index>?, Substring) = (nil, self)
    while let next = rest.firstRange(of: text) {
      found = next
      rest = self[next.upperBound...]
    }
    return found
  }
}
