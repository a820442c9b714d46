import FoundationEssentials
import NewsModel

/// Concludes from a draft what an article says of itself: the same for all formats.
struct ArticleAssembly {
  let file: ArticleFile
  let member: Int?

  init(file: ArticleFile, member: Int? = nil) {
    self.file = file
    self.member = member
  }

  /// Makes the article.
  ///
  /// - Throws: `ArticleError` with `noText` if the draft has neither a title nor a text.
  func article(from draft: ArticleDraft) throws(ArticleError) -> Article {
    let url = draft.url.flatMap { CanonicalURL.cleaned($0) }
    let outlet = outlet(of: draft, url: url)
    var title = title(of: draft, url: url, outlet: outlet)
    let lines = draft.paragraphs.map(CleanText.line).filter { !$0.isEmpty }
    let trimmed = ArticleTrimming(paragraphs: lines, title: title)
    let summary = summary(of: draft)
    if title == nil { title = trimmed.paragraphs.first.map { Sentences.first(of: $0) } }
    if title == nil { title = summary.map { Sentences.first(of: $0) } }
    guard let title, !title.isEmpty else {
      throw ArticleError(path: file.path, line: member, problem: .noText)
    }
    let text = trimmed.paragraphs.joined(separator: "\n")
    let stated = draft.language.flatMap(LanguageTag.normalized)
    let language = LanguageDetection.language(of: title + "\n" + text, stated: stated)
    // Dates are written by the template, whose language the stated one is.
    let (published, origin) = date(of: draft, url: url, language: stated ?? language)
    let modified = draft.modified.lazy
      .compactMap { DateReading.read($0, language: stated ?? language)?.moment }.first
    return Article(
      id: ArticleIdentity.id(
        url: url, outlet: outlet, title: title, published: published, origin: origin, text: text),
      outlet: outlet, url: url, title: title, summary: summary, paragraphs: trimmed.paragraphs,
      html: draft.html.flatMap { $0.isEmpty ? nil : $0 }, language: language,
      published: Timestamp.wholeMillisecond(published), dateOrigin: origin,
      modified: modified.map(Timestamp.wholeMillisecond), authors: people(draft.authors, outlet),
      tags: tags(draft.tags), pictures: pictures(draft.pictures),
      enclosures: unique(draft.enclosures, by: \.url),
      originalURL: original(of: draft, url: url), isCut: draft.isCut || trimmed.isCut)
  }

  private func outlet(of draft: ArticleDraft, url: String?) -> String {
    if let stated = draft.outlet.flatMap(OutletName.stated) { return stated }
    // The deepest folder that is more than a year, a month or `inbox`.
    for folder in file.path.split(separator: "/").dropLast().reversed() {
      if let name = OutletName.folder(String(folder)) { return name }
    }
    return url.flatMap { WebAddress($0) }.map(OutletName.host) ?? ""
  }

  private func title(of draft: ArticleDraft, url: String?, outlet: String) -> String? {
    guard let stated = draft.title.map(MarkupRecognition.plainLine), !stated.isEmpty else {
      return nil
    }
    let host = url.flatMap { WebAddress($0) }.map(OutletName.host)
    let names = [outlet, host ?? "", host.map { String($0.prefix { $0 != "." }) } ?? ""]
    return Headline.withoutSuffix(stated, outlets: names)
  }

  private func summary(of draft: ArticleDraft) -> String? {
    guard let stated = draft.summary.map(MarkupRecognition.plainLine), !stated.isEmpty else {
      return nil
    }
    return stated
  }

  private func date(
    of draft: ArticleDraft, url: String?, language: String?
  ) -> (Date, DateOrigin) {
    let dates = draft.published.compactMap { DateReading.read($0, language: language) }
    if let first = dates.first {
      // Another field may state the time of the same day.
      let exact = dates.first { candidate in
        let distance = candidate.moment.timeIntervalSince(first.moment)
        return candidate.hasTime && !first.hasTime && distance >= 0 && distance < 86_400
      }
      let date = exact ?? first
      return (date.moment, date.hasTime ? .stated : .statedDay)
    }
    if let url, let day = AddressDate.read(url) { return (day, .url) }
    return (file.modified, .file)
  }

  private func original(of draft: ArticleDraft, url: String?) -> String? {
    guard let original = draft.originalURL.flatMap({ CanonicalURL.cleaned($0) }) else { return nil }
    guard let url else { return original }
    return CanonicalURL.identity(original) == CanonicalURL.identity(url) ? nil : original
  }

  private func people(_ people: [Person], _ outlet: String) -> [Person] {
    let clean = people.compactMap { person -> Person? in
      var person = person
      person.name = MarkupRecognition.plainLine(person.name)
      // A person's name, not a paragraph.
      return person.name.isEmpty || person.name.count > 120 ? nil : person
    }
    return unique(clean, by: \.name)
  }

  private func tags(_ tags: [String]) -> [String] {
    // Pages list keywords by the hundred; who reads a feed looks at a few.
    Array(
      unique(
        tags.map(MarkupRecognition.plainLine).filter { !$0.isEmpty && $0.count <= 60 },
        by: { $0.lowercased() }
      ).prefix(30))
  }

  private func pictures(_ pictures: [Picture]) -> [Picture] {
    let clean = pictures.map { picture in
      var picture = picture
      picture.alternative = MarkupRecognition.plainLine(picture.alternative)
      picture.credit = picture.credit.map(MarkupRecognition.plainLine).flatMap {
        $0.isEmpty ? nil : $0
      }
      return picture
    }
    // The lead image comes again in the body with its text: one picture, with what either knows.
    var result: [Picture] = []
    var places: [String: Int] = [:]
    for picture in clean {
      guard let place = places[picture.url] else {
        places[picture.url] = result.count
        result.append(picture)
        continue
      }
      if result[place].alternative.isEmpty { result[place].alternative = picture.alternative }
      result[place].credit = result[place].credit ?? picture.credit
      result[place].width = result[place].width ?? picture.width
      result[place].height = result[place].height ?? picture.height
      result[place].mediaType = result[place].mediaType ?? picture.mediaType
    }
    return result
  }

  private func unique<Element, Key: Hashable>(
    _ elements: [Element], by key: (Element) -> Key
  ) -> [Element] {
    var seen: Set<Key> = []
    return elements.filter { seen.insert(key($0)).inserted }
  }
}
