import FoundationEssentials
import NewsModel

/// The parts that all pages have in common: head, top, foot.
///
/// Every address within the site is relative, so that the pages work
/// below any path, and from a disk.
struct PageFrame {
  let site: SiteDescription
  let phrases: Phrases
  /// The language of the interface: the site's, or English if there are no words in that.
  let language: String
  /// The path of the page relative to `public/`.
  let path: String
  /// The title of the page; the site's own for the front page.
  let title: String
  /// The description that search engines and previews give.
  var description = ""
  /// Further elements of `head`.
  var head: HTMLFragment = ""
  /// Whether search engines may list it.
  var isIndexed = true
  /// The canonical address of the page, if it is not its own.
  var canonical: String?

  init(site: SiteDescription, path: String, title: String) {
    self.site = site
    self.path = path
    self.title = title
    phrases = Phrases.of(site.language)
    let primary = site.language?.split(separator: "-").first?.lowercased()
    language = primary == phrases.language ? site.language ?? phrases.language : phrases.language
  }

  /// The relative path from the page to `public/`: `../../` for a story's page.
  var root: String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The absolute address of the page, without `index.html`.
  var url: String {
    site.baseURL + (path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
  }

  func document(
    main: HTMLFragment, lastModified: Date, mainClass: String = "page"
  ) -> FeedDocument {
    let isFront = path == "index.html"
    let full = isFront ? title : "\(title) · \(site.title)"
    var html: HTMLFragment = """
      <!DOCTYPE html>
      <html lang="\(language)" dir="\(TextDirection.of(language).rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(full)</title>
      <meta name="color-scheme" content="light dark">

      """
    if !description.isEmpty { html += "<meta name=\"description\" content=\"\(description)\">\n" }
    if !isIndexed { html += "<meta name=\"robots\" content=\"noindex\">\n" }
    html += "<link rel=\"canonical\" href=\"\(canonical ?? url)\">\n"
    html += "<link rel=\"stylesheet\" href=\"\(root)\(PageAssets.stylePath)\">\n"
    html +=
      "<link rel=\"icon\" href=\"\(root)\(PageAssets.drawnIconPath)\" type=\"image/svg+xml\">\n"
    html +=
      "<link rel=\"alternate icon\" href=\"\(root)\(PageAssets.faviconPath)\" type=\"image/png\">\n"
    html += feedLinks
    html += head
    html += """
      </head>
      <body>
      <a class="skip" href="#content">\(phrases.skipToContent)</a>
      <header class="top">
      \(brand(isFront: isFront))
      \(look)
      </header>
      <main id="content" class="\(mainClass)">

      """
    html += main
    html += """
      </main>
      <footer class="foot">
      <p>\(phrases.colophon) <a href="\(root)\(PageAssets.aboutPath)index.html">\(phrases.about)</a></p>
      </footer>
      <script src="\(root)\(PageAssets.scriptPath)"></script>
      </body>
      </html>

      """
    return FeedDocument(
      path: path, mediaType: "text/html; charset=utf-8", bytes: html.bytes,
      lastModified: lastModified, links: [WebLink(relation: "canonical", url: canonical ?? url)])
  }

  /// The links for auto-discovery. Readers take the first one unasked (HTML §4.6.7.1).
  private var feedLinks: HTMLFragment {
    var html: HTMLFragment = ""
    for feed in site.feeds {
      for format in FeedFormats.all {
        let title = "\(feed.title) (\(format.name))"
        html += "<link rel=\"alternate\" type=\"\(format.linkType)\" title=\"\(title)\" "
        html += "href=\"\(site.baseURL)\(feed.path(as: format))\">\n"
      }
    }
    html += "<link rel=\"alternate\" type=\"text/x-opml\" title=\"\(phrases.feedList)\" "
    html += "href=\"\(site.baseURL)\(OPMLFormat.path)\">\n"
    return html
  }

  private func brand(isFront: Bool) -> HTMLFragment {
    let mark: HTMLFragment = "\(sanitised: DrawnMark.svg)"
    // The front page has the name in its own heading.
    if isFront { return "<p class=\"brand\">\(mark)</p>" }
    return
      "<p class=\"brand\"><a href=\"\(root)index.html\">\(mark)<span dir=\"auto\">\(site.title)</span></a></p>"
  }

  /// The choice of three looks. The style sheet acts on it, and the script only remembers it.
  private var look: HTMLFragment {
    """
    <fieldset class="look">
    <legend class="unseen">\(phrases.appearance)</legend>
    <label title="\(phrases.automatic)"><input type="radio" name="look" value="auto" id="look-auto" checked><span class="unseen">\(phrases.automatic)</span><span aria-hidden="true">◐</span></label>
    <label title="\(phrases.light)"><input type="radio" name="look" value="light" id="look-light"><span class="unseen">\(phrases.light)</span><span aria-hidden="true">☀︎</span></label>
    <label title="\(phrases.dark)"><input type="radio" name="look" value="dark" id="look-dark"><span class="unseen">\(phrases.dark)</span><span aria-hidden="true">☾</span></label>
    </fieldset>
    """
  }
}
