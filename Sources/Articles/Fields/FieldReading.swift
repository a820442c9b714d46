import Markup
import NewsModel

/// Makes a draft of an object with an article's fields, whatever they are called (`FieldNames`).
struct FieldReading {
  /// The address that relative ones are resolved against.
  var base: WebAddress?
  /// Whether a whole page in a field is read as one; a page's own data have none.
  var readsPages = true

  func draft(of value: FieldValue) -> ArticleDraft {
    let object = folded(value)
    var draft = ArticleDraft()
    draft.title = text(object, FieldNames.title)
    draft.url = address(object)
    let page = draft.url.flatMap { WebAddress($0) } ?? base
    draft.outlet = outlet(object)
    draft.summary = text(object, FieldNames.summary)
    draft.language = language(object)
    draft.published = FieldNames.published.compactMap { moment(object[$0]) }
    draft.modified = FieldNames.modified.compactMap { moment(object[$0]) }
    draft.authors = authors(object)
    draft.tags = tags(object)
    let media = MediaReading(base: page)
    draft.pictures = FieldNames.pictures.flatMap { media.pictures(object[$0] ?? .null) }
    draft.enclosures = FieldNames.enclosures.flatMap { media.enclosures(object[$0] ?? .null) }
    draft.originalURL = original(object, page)
    readBody(object, page, into: &draft)
    return draft
  }

  private func folded(_ value: FieldValue) -> FieldValue {
    guard case .object(let fields) = value else { return value }
    return .object(
      fields.map { FieldValue.Field(key: FieldNames.folded($0.key), value: $0.value) })
  }

  private func text(_ object: FieldValue, _ keys: [String]) -> String? {
    for key in keys {
      for member in object[key]?.members ?? [] {
        if let text = member.text
          ?? member.first(of: ["@value", "name", "rendered", "processed", "value"])?.text
        {
          return text
        }
      }
    }
    return nil
  }

  /// A date as text, also in the wrapping of MongoDB's exports: `{"$date": {"$numberLong":
  /// "1795165500000"}}`.
  private func moment(_ value: FieldValue?) -> String? {
    guard let first = value?.members.first else { return nil }
    guard let wrapped = first["$date"] else { return first.text }
    return wrapped.text ?? wrapped["$numberLong"]?.text
  }

  private func address(_ object: FieldValue) -> String? {
    for key in FieldNames.url {
      for member in object[key]?.members ?? [] {
        let text = member.text ?? member.first(of: ["@id", "url", "href", "rendered"])?.text
        guard let text else { continue }
        if let address = WebAddress(text) { return address.description }
        // An id is an address only if it is one as it stands.
        if key != "id", key != "guid", key != "@id", let address = base?.resolving(text) {
          return address.description
        }
      }
    }
    return nil
  }

  private func outlet(_ object: FieldValue) -> String? {
    for key in FieldNames.outlet {
      for member in object[key]?.members ?? [] {
        let text =
          member.text
          ?? member.first(of: ["name", "title", "legalName", "url", "domain", "id"])?.text
        if let text { return text }
      }
    }
    return nil
  }

  private func language(_ object: FieldValue) -> String? {
    for key in FieldNames.language {
      let value = object[key]?.members.first
      if let text = value?.text ?? value?.first(of: ["alternateName", "name"])?.text,
        let tag = LanguageTag.normalized(text)
      {
        return tag
      }
    }
    return nil
  }

  private func authors(_ object: FieldValue) -> [Person] {
    for key in FieldNames.authors {
      var people: [Person] = []
      for member in object[key]?.members ?? [] where people.count < TextBounds.authors {
        people += self.people(member)
      }
      if !people.isEmpty { return people }
    }
    return []
  }

  private func people(_ member: FieldValue) -> [Person] {
    if let text = member.text { return Byline.people(text) }
    // JSON:API wraps what belongs to an article: `{"data": {"attributes": {…}}}`.
    for key in ["data", "attributes", "node", "fields"] {
      if let inner = member[key], case .object = inner { return people(inner) }
    }
    // An address of mail is nobody's business but its owner's: it is read from no field.
    let parts = [
      member.first(of: ["givenName", "given_name", "firstName", "first_name"])?.text,
      member.first(of: ["familyName", "family_name", "lastName", "last_name"])?.text,
    ].compactMap { $0 }
    guard
      let name = names(member.first(of: ["name", "title", "display_name", "displayName"]))
        ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
    else { return [] }
    let people = Byline.people(name)
    let url = member.first(of: ["url", "sameAs"])?.members.first?.text
      .flatMap { WebAddress($0)?.description }
    return people.count == 1 ? people.map { Person(name: $0.name, url: url) } : people
  }

  /// A name, or the names of a list, as one text.
  private func names(_ value: FieldValue?) -> String? {
    let names = (value?.members ?? []).compactMap(\.text)
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  private func tags(_ object: FieldValue) -> [String] {
    FieldNames.tags.flatMap { key in
      guard let value = object[key] else { return [String]() }
      // Members of a list are whole tags, whatever stands in them; a text is a list itself.
      if case .string(let text) = value { return TagList.split(text) }
      return value.members.compactMap { member in
        member.first(of: ["name", "label", "term", "title"])?.text ?? member.text
      }
    }
  }

  private func original(_ object: FieldValue, _ page: WebAddress?) -> String? {
    for key in FieldNames.original {
      for member in object[key]?.members ?? [] {
        let text = member.text ?? member.first(of: ["url", "@id"])?.text
        if let text, let address = WebAddress(text), address.description != page?.description {
          return address.description
        }
      }
    }
    return nil
  }

  private func readBody(_ object: FieldValue, _ page: WebAddress?, into draft: inout ArticleDraft) {
    var whole: String?
    for key in FieldNames.html {
      guard let html = text(object, [key]) else { continue }
      if key == "bodynitf", let nitf = NITFArticleReader.draft(of: html) {
        return draft.fill(from: nitf)
      }
      if key == "bodydocument" { return read(html: html, page, into: &draft) }
      // Crawlers keep the page that they took the text from.
      guard isWholePage(html) else { return read(html: html, page, into: &draft) }
      whole = whole ?? html
    }
    for key in FieldNames.text {
      guard let value = object[key] else { continue }
      if case .array(let members) = value {
        let parts = members.compactMap(part)
        if parts.contains(where: MarkupRecognition.isMarkup) {
          return read(
            html: parts.map { "<p>\($0)</p>" }.joined(separator: "\n"), page, into: &draft)
        }
        draft.paragraphs = parts
      } else if var body = text(object, [key]) {
        if isWholePage(body) {
          whole = whole ?? body
          continue
        }
        // Markup that was escaped once too often.
        if body.utf8.contains("&lt;/p".utf8), !MarkupRecognition.isMarkup(body) {
          body = PlainText.from(html: body).joined(separator: "\n")
        }
        if MarkupRecognition.isMarkup(body) { return read(html: body, page, into: &draft) }
        draft.paragraphs = PlainParagraphs.paragraphs(of: body)
      }
      if !draft.paragraphs.isEmpty { return }
    }
    guard let whole else { return }
    guard readsPages else { return read(html: whole, page, into: &draft) }
    // As below.
    guard let document = try? HTMLDocument(whole), !document.nodes.isEmpty else { return }
    draft.fill(from: HTMLArticleReader().draft(of: document, PageProvenance(whole)))
  }

  /// The text of a part of a body: itself, or what editors' blocks have (`{"type": "paragraph",
  /// "text": …}`).
  private func part(_ member: FieldValue) -> String? {
    member.text ?? member.first(of: ["text", "content", "html", "value", "paragraph"])?.text
      ?? member["data"]?.first(of: ["text", "html", "content"])?.text
  }

  private func isWholePage(_ html: String) -> Bool {
    let start = html.utf8.drop { $0 <= 0x20 }.prefix(14)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  private func read(html: String, _ page: WebAddress?, into draft: inout ArticleDraft) {
    // Refused HTML in a field is no reason to lose the article's other fields: it has no body then.
    guard let document = try? HTMLDocument(fragment: html), !document.nodes.isEmpty else { return }
    let body = BodyReading(document: document, root: 0, base: page)
    draft.fill(from: body.draft())
  }
}
