import FoundationEssentials
import NewsModel

/// Makes the article from a draft, in the same way for all formats.
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
    let url = (draft.url ?? file.address).flatMap { CanonicalURL.cleaned($0) }
    let outlet = outlet(of: draft, url: url)
    var title = title(of: draft, url: url, outlet: outlet)
    let lines = try lines(of: draft)
    let trimmed = ArticleTrimming(paragraphs: lines, title: title)
    let summary = summary(of: draft)
    if title == nil { title = Self.firstLegible(of: trimmed.paragraphs) }
    if title == nil { title = Self.firstLegible(of: summary.map { [$0] } ?? []) }
    guard let title else { throw ArticleError(path: file.path, line: member, problem: .noText) }
    let text = trimmed.paragraphs.joined(separator: "\n")
    let stated = (draft.language ?? file.folder?.language).flatMap(LanguageTag.normalized)
    let language = LanguageDetection.language(of: title + "\n" + text, stated: stated)
    // Dates come from the template, whose language is the stated one.
    let (date, origin) = date(of: draft, url: url, language: stated ?? language)
    let published = date.moment
    let modified = draft.modified.lazy
      .compactMap { self.date($0, language: stated ?? language)?.moment }.first
    return Article(
      id: ArticleIdentity.id(
        url: url, outlet: outlet, title: title, published: published, origin: origin, text: text),
      outlet: outlet, url: url, title: title, summary: summary, paragraphs: trimmed.paragraphs,
      html: draft.html.flatMap { $0.isEmpty || $0.utf8.count > TextBounds.htmlBytes ? nil : $0 },
      language: language,
      published: Timestamp.wholeMillisecond(published),
      publishedZone: date.secondsFromUTC == 0 ? nil : date.secondsFromUTC, dateOrigin: origin,
      modified: modified.map(Timestamp.wholeMillisecond), authors: people(draft.authors, outlet),
      tags: tags(draft.tags), pictures: pictures(draft.pictures),
      enclosures: enclosures(draft.enclosures),
      originalURL: original(of: draft, url: url), isCut: draft.isCut || trimmed.isCut)
  }

  /// The paragraphs, cleaned, none empty.
  ///
  /// - Throws: `ArticleError` with `textTooLong` if they are longer than an article may be.
  private func lines(of draft: ArticleDraft) throws(ArticleError) -> [String] {
    // Cleaning removes white space and invisible characters; where these are most of a text, there
    // is no text.
    let stated = draft.paragraphs.reduce(0) { $0 + $1.utf8.count }
    guard stated <= TextBounds.textBytes * 4 else { throw tooLong(stated) }
    let lines = draft.paragraphs.map(CleanText.line).filter { !$0.isEmpty }
    let byteCount = lines.reduce(0) { $0 + $1.utf8.count }
    guard byteCount <= TextBounds.textBytes else { throw tooLong(byteCount) }
    return lines
  }

  private func tooLong(_ byteCount: Int) -> ArticleError {
    ArticleError(
      path: file.path, line: member,
      problem: .textTooLong(byteCount: byteCount, byteLimit: TextBounds.textBytes))
  }

  /// The first sentence of the first legible text, for an article without a title.
  private static func firstLegible(of texts: [String]) -> String? {
    texts.lazy.map { Sentences.first(of: $0) }.first(where: LegibleText.isLegible)
  }

  private func outlet(of draft: ArticleDraft, url: String?) -> String {
    if let stated = draft.outlet.flatMap(OutletName.stated) { return stated }
    if let source = file.folder?.source { return source }
    // The deepest folder that is more than a year, a month or `inbox`.
    for folder in file.path.split(separator: "/").dropLast().reversed() {
      if let name = OutletName.folder(String(folder)) { return name }
    }
    return url.flatMap { WebAddress($0) }.map(OutletName.host) ?? ""
  }

  private func title(of draft: ArticleDraft, url: String?, outlet: String) -> String? {
    guard
      let stated = draft.title.flatMap({
        MarkupRecognition.legibleLine($0, byteLimit: TextBounds.titleBytes)
      })
    else { return nil }
    let host = url.flatMap { WebAddress($0) }.map(OutletName.host)
    let names = [outlet, host ?? "", host.map { String($0.prefix { $0 != "." }) } ?? ""]
    let headline = Headline.withoutSuffix(stated, outlets: names)
    return LegibleText.isLegible(headline) ? headline : stated
  }

  private func summary(of draft: ArticleDraft) -> String? {
    draft.summary.flatMap {
      MarkupRecognition.legibleLine($0, byteLimit: TextBounds.summaryBytes)
    }
  }

  private func date(
    of draft: ArticleDraft, url: String?, language: String?
  ) -> (StatedDate, DateOrigin) {
    let dates = draft.published.compactMap { self.date($0, language: language) }
    if let first = dates.first {
      // Another field may state the time of the same day.
      let exact = dates.first { candidate in
        let distance = candidate.moment.timeIntervalSince(first.moment)
        return candidate.hasTime && !first.hasTime && distance >= 0 && distance < 86_400
      }
      let date = exact ?? first
      return (date, date.hasTime ? .stated : .statedDay)
    }
    if let url, let day = AddressDate.read(url) { return (StatedDate(day), .url) }
    // An article that was changed on a day was published by then, mostly on that day.
    for text in draft.modified {
      if let date = DateReading.read(text, language: language) { return (date, .statedDay) }
    }
    if let day = AddressDate.read(fileName: file.path) { return (StatedDate(day), .url) }
    if let url, let month = AddressDate.month(url) { return (StatedDate(month), .month) }
    // A page may be saved on any later day, so this says no more than the file's time.
    for text in draft.saved {
      if let date = DateReading.read(text, language: language) { return (date, .file) }
    }
    return (StatedDate(file.modified), .file)
  }

  /// Reads a stated date; one without a zone is read in that of its folder.
  private func date(_ text: String, language: String?) -> StatedDate? {
    guard var date = DateReading.read(text, language: language) else { return nil }
    if date.hasTime, let zone = file.folder?.timeZone {
      date = LocalTime.placed(date, of: text, in: zone)
    }
    return date
  }

  private func original(of draft: ArticleDraft, url: String?) -> String? {
    guard let original = draft.originalURL.flatMap({ CanonicalURL.cleaned($0) }) else { return nil }
    guard let url else { return original }
    return CanonicalURL.identity(original) == CanonicalURL.identity(url) ? nil : original
  }

  private func people(_ people: [Person], _ outlet: String) -> [Person] {
    var found: [Person] = []
    var seen: Set<String> = []
    for person in people where found.count < TextBounds.authors {
      guard
        let name = MarkupRecognition.legibleLine(person.name, byteLimit: TextBounds.lineBytes * 2),
        // A person's name, not a paragraph.
        name.count <= 120, seen.insert(name).inserted
      else { continue }
      found.append(
        Person(name: name, email: person.email.flatMap(EmailAddress.normalized), url: person.url))
    }
    return found
  }

  private func tags(_ tags: [String]) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for tag in tags where found.count < TextBounds.tags {
      guard let name = MarkupRecognition.legibleLine(tag, byteLimit: TextBounds.lineBytes),
        name.count <= 60, seen.insert(name.lowercased()).inserted
      else { continue }
      found.append(name)
    }
    return found
  }

  private func enclosures(_ enclosures: [Enclosure]) -> [Enclosure] {
    var found: [Enclosure] = []
    for var enclosure in unique(enclosures, by: \.url) where found.count < TextBounds.enclosures {
      guard
        let type = MediaTypeName.normalized(enclosure.mediaType)
          ?? MediaFileType.guess(from: enclosure.url)
      else { continue }
      enclosure.mediaType = type
      enclosure.byteCount = enclosure.byteCount.flatMap { $0 > 0 ? $0 : nil }
      enclosure.duration = enclosure.duration.flatMap { $0 > 0 && $0 < 1e9 ? $0 : nil }
      enclosure.title = enclosure.title.flatMap {
        MarkupRecognition.legibleLine($0, byteLimit: TextBounds.lineBytes)
      }
      found.append(enclosure)
    }
    return found
  }

  private func pictures(_ pictures: [Picture]) -> [Picture] {
    // The lead image comes again in the body, with its text: it is one picture, with everything
    // known of both.
    var result: [Picture] = []
    var places: [String: Int] = [:]
    for picture in pictures {
      guard let place = places[picture.url] else {
        guard result.count < TextBounds.pictures else { continue }
        places[picture.url] = result.count
        result.append(cleaned(picture))
        continue
      }
      if result[place].alternative.isEmpty || result[place].credit == nil {
        let picture = cleaned(picture)
        if result[place].alternative.isEmpty { result[place].alternative = picture.alternative }
        result[place].credit = result[place].credit ?? picture.credit
      }
      result[place].width = result[place].width ?? picture.width
      result[place].height = result[place].height ?? picture.height
      result[place].mediaType = result[place].mediaType ?? picture.mediaType
    }
    return result
  }

  private func cleaned(_ picture: Picture) -> Picture {
    var picture = picture
    picture.alternative =
      MarkupRecognition.legibleLine(picture.alternative, byteLimit: TextBounds.captionBytes) ?? ""
    picture.credit = picture.credit.flatMap {
      MarkupRecognition.legibleLine($0, byteLimit: TextBounds.lineBytes)
    }
    picture.mediaType = picture.mediaType.flatMap(MediaTypeName.normalized)
    return picture
  }

  private func unique<Element, Key: Hashable>(
    _ elements: [Element], by key: (Element) -> Key
  ) -> [Element] {
    var seen: Set<Key> = []
    return elements.filter { seen.insert(key($0)).inserted }
  }
}
