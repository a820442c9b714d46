import Markup
import NewsModel

/// The statements of a page's head and a few elements of its body: `title`, `meta`, `link`, `time`,
/// `lang`.
struct PageMetadata {
  private let document: HTMLDocument
  /// Contents of `meta` by name or property in lower case, in the order of the page.
  private var contents: [String: [String]] = [:]

  init(document: HTMLDocument) {
    self.document = document
    for index in document.elements(named: "meta") {
      let node = document.nodes[index]
      guard let content = node["content"], content.contains(where: { !$0.isWhitespace }) else {
        continue
      }
      for key in ["property", "name", "itemprop", "http-equiv"] {
        guard let name = node[key]?.lowercased() else { continue }
        contents[name, default: []].append(content)
      }
    }
  }

  func draft() -> ArticleDraft {
    var draft = ArticleDraft()
    let page = pageAddress
    let base = baseAddress(page)
    draft.title = titles.first ?? title
    draft.outlet = first([
      "og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name",
    ])
    draft.summary = first([
      "og:description", "description", "twitter:description", "dc.description",
    ])
    draft.language = language()
    draft.published =
      all([
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
        "publish-date", "parsely-pub-date", "sailthru.date", "dc.date",
        "dc.date.issued", "dcterms.date", "dcterms.created", "cxenseparse:recs:publishtime",
        "article.published", "published_time", "citation_date", "citation_publication_date",
        "article:published", "og:article:published_time", "og:pubdate", "og:release_date",
        "pub_date",
        "article:post_date", "article_date_original", "originalpublicationdate", "publicationdate",
        "publication_date", "publication-date", "published", "published-date", "publishdate",
        "publish_date", "date_published", "datecreated", "dc.created", "dc.date.created",
        "dc:created", "dc:date", "rnews:datepublished", "creationdate",
        "date.created", "dateofissue", "created", "uploaddate",
        "shareaholic:article_published_time",
        "ptime", "timestamp", "release_date", "bt:pubdate", "displaydate", "last_updated_date",
      ])
    draft.modified = all([
      "article:modified_time", "og:updated_time", "datemodified", "last-modified",
      "dcterms.modified",
    ])
    draft.authors = all([
      "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
      "sailthru.author", "citation_author",
    ]).prefix(5).flatMap(Byline.people)
    draft.tags = tags()
    draft.pictures = pictures(base)
    draft.enclosures = enclosures(base)
    addresses(page, base, into: &draft)
    return draft
  }

  /// The page's own address, and the other one that it calls the original.
  private func addresses(_ page: WebAddress?, _ base: WebAddress?, into draft: inout ArticleDraft) {
    let canonical = link(rel: "canonical").flatMap { base?.resolving($0) ?? WebAddress($0) }
      .map(PageProvenance.original)
    draft.url = (page ?? canonical.flatMap { $0.path.count > 1 ? $0 : nil })?.description
    if let page, let canonical, OutletName.host(page) != OutletName.host(canonical),
      CanonicalURL.identity(page.description) != CanonicalURL.identity(canonical.description)
    {
      draft.originalURL = canonical.description
    }
    draft.originalURL = draft.originalURL ?? first(["syndication-source", "original-source"])
  }

  /// The page's own address as its head states it; a site's front page is the address of no
  /// article.
  var pageAddress: WebAddress? {
    var stated = [first(["og:url"]), link(rel: "canonical")].compactMap { $0 }
    // The page for telephones is one of two; the other is the one that readers share.
    if stated.count == 2, PageMetadata.isForTelephones(stated[0]) { stated.reverse() }
    return stated.lazy.compactMap { WebAddress($0) }.map(PageProvenance.original)
      .first { $0.path.count > 1 || $0.query != nil }
  }

  private static func isForTelephones(_ address: String) -> Bool {
    ["/amp/", "/amp.html", "?amp", "&amp=1", "?outputType=amp"].contains { address.contains($0) }
      || address.hasSuffix("/amp") || address.hasSuffix(".amp") || address.hasPrefix("https://amp.")
  }

  /// The address that the page's relative ones are resolved against.
  func baseAddress(_ page: WebAddress?) -> WebAddress? {
    let stated = document.elements(named: "base").lazy.compactMap { document.nodes[$0]["href"] }
      .first
    guard let stated else { return page }
    return page?.resolving(stated) ?? WebAddress(stated) ?? page
  }

  private func first(_ names: [String]) -> String? { all(names).first }

  private func all(_ names: [String]) -> [String] { names.flatMap { contents[$0] ?? [] } }

  private func link(rel: String) -> String? {
    document.elements(named: "link").lazy.map { document.nodes[$0] }
      .first { $0.has(rel, in: "rel") }?["href"]
  }

  /// The titles in the head's metadata, the most trusted first.
  var titles: [String] {
    all(["og:title", "twitter:title", "headline", "dc.title", "dcterms.title"])
  }

  /// The text of `title`.
  var title: String? {
    let title = document.elements(named: "title").first { index in
      !document.ancestors(of: index).contains { document.nodes[$0].name == "svg" }
    }
    let text = title.map { CleanText.line(document.text(of: $0)) }
    return text?.isEmpty == false ? text : nil
  }

  /// A tag of a `meta` of its own is whole; keywords are one text.
  private func tags() -> [String] {
    let own = all(["article:tag"])
    let tags = own.count > 1 ? own : own.flatMap(TagList.split)
    return tags + all(["article:section"])
      + all(["news_keywords", "keywords"]).flatMap(TagList.split)
  }

  private func language() -> String? {
    let root = document.elements(named: "html").first.map { document.nodes[$0] }
    let stated = [
      root?["lang"], root?["xml:lang"],
      document.elements(named: "body").first.flatMap { document.nodes[$0]["lang"] },
      first(["content-language", "og:locale", "dc.language", "language", "inlanguage"]),
    ]
    return stated.lazy.compactMap { $0.flatMap(LanguageTag.normalized) }.first
  }

  private func pictures(_ base: WebAddress?) -> [Picture] {
    let media = MediaReading(base: base)
    let address = first([
      "og:image:secure_url", "og:image", "og:image:url", "twitter:image",
      "twitter:image:src",
    ])
    guard let address, let url = media.resolved(address) else { return [] }
    var picture = Picture(url: url)
    picture.alternative = first(["og:image:alt", "twitter:image:alt"]) ?? ""
    picture.width = first(["og:image:width"]).flatMap { Int($0) }
    picture.height = first(["og:image:height"]).flatMap { Int($0) }
    picture.mediaType = first(["og:image:type"])
    return [picture]
  }

  private func enclosures(_ base: WebAddress?) -> [Enclosure] {
    let media = MediaReading(base: base)
    return all(["og:audio", "og:video", "og:video:url"]).compactMap { address in
      guard let url = media.resolved(address), let type = MediaFileType.guess(from: url) else {
        return nil
      }
      return Enclosure(url: url, mediaType: type)
    }
  }
}
