import FoundationEssentials
import Markup
import NewsModel

/// Makes a draft from a message.
struct MailReading {
  let message: MailPart
  let file: ArticleFile

  /// The draft: its subject, its date, its sender as the outlet, and its text.
  func draft() -> ArticleDraft {
    var draft = ArticleDraft()
    let shown = message.shown
    let plain = shown.first { $0.parts.isEmpty && $0.header.mediaType == "text/plain" }
    let html = shown.first { $0.parts.isEmpty && $0.header.mediaType == "text/html" }
    var fromPage = html.flatMap(page)
    let fromText = plain.map { text($0.text) }
    let counts = [fromPage, fromText].map { $0?.paragraphs.reduce(0) { $0 + $1.utf8.count } ?? 0 }
    // A newsletter in tables may lose its text when it is read as a page; its plain version has all
    // of it.
    if counts[0] * 2 < counts[1] {
      fromPage?.paragraphs = fromText?.paragraphs ?? []
      fromPage?.html = nil
    }
    draft.title = subject()
    draft.outlet = sender()
    draft.published = [message.header["date"]].compactMap { $0 }
    draft.language = message.header["content-language"]
    let address = [message.header["archived-at"], message.header["content-location"]]
      .compactMap { $0?.filter { !"<>".contains($0) } }
    draft.url = address.first { WebAddress($0) != nil }
    if let body = fromPage ?? fromText {
      draft.fill(from: body)
    }
    return draft
  }

  /// The subject without the marks of answers and of forwarding.
  private func subject() -> String? {
    guard var subject = message.header["subject"] else { return nil }
    while let colon = subject.firstIndex(of: ":"),
      ["re", "fwd", "fw", "aw", "wg", "tr", "rv", "sv", "vs", "odp"]
        .contains(subject[..<colon].trimmingWhitespace().lowercased())
    {
      subject = subject[subject.index(after: colon)...].trimmingWhitespace()
    }
    return subject
  }

  /// The name of the list or of the sender. Of an address without a name it is the host, so that no
  /// e-mail address is published.
  private func sender() -> String? {
    if let list = message.header["list-id"], let angle = list.firstIndex(of: "<") {
      let name = list[..<angle].filter { $0 != "\"" }.trimmingWhitespace()
      if !name.isEmpty { return name }
    }
    guard let from = message.header["from"] else { return nil }
    var name = from
    if let angle = from.firstIndex(of: "<") {
      name = from[..<angle].filter { $0 != "\"" }.trimmingWhitespace()
      if name.isEmpty { name = String(from[from.index(after: angle)...].prefix { $0 != ">" }) }
    } else if let open = from.firstIndex(of: "("), let close = from.lastIndex(of: ")"), open < close
    {
      name = from[from.index(after: open)..<close].trimmingWhitespace()
    }
    if let at = name.lastIndex(of: "@") {
      name = name[name.index(after: at)...].trimmingWhitespace()
    }
    return name.isEmpty ? nil : name
  }

  private func page(_ part: MailPart) -> ArticleDraft? {
    // Silence is right: refused HTML is no page, and the message's plain text stands.
    guard let document = try? HTMLDocument(part.text), !document.nodes.isEmpty else { return nil }
    var draft = HTMLArticleReader().draft(of: document, PageProvenance(part.text))
    // A message is titled and dated by its header.
    draft.title = nil
    return draft
  }

  private func text(_ text: String) -> ArticleDraft {
    var draft = ArticleDraft()
    var lines = CleanText.normalizedLineEnds(text).split(
      separator: "\n", omittingEmptySubsequences: false)
    // The rest is the sender's signature (RFC 3676 §4.3).
    if let signature = lines.lastIndex(where: { $0 == "-- " }) {
      lines.removeLast(lines.count - signature)
    }
    draft.paragraphs = PlainParagraphs.paragraphs(
      of: CleanText.lines(lines.joined(separator: "\n")))
    return draft
  }
}
