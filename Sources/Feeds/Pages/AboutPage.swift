public import FoundationEssentials

/// `about/index.html`: what the feeds are, for people and for programs; the `about` of the
/// `_newsfold` extension.
///
/// It is in English, like the names that it explains.
public struct AboutPage: Sendable {
  private let site: SiteDescription

  /// Makes the page of a site.
  public init(site: SiteDescription) { self.site = site }

  /// The path of the page, relative to `public/`.
  static let path = PageAssets.aboutPath + "index.html"

  /// Renders the page.
  public func document(lastModified: Date) -> FeedDocument {
    let frame = PageFrame(
      site: site, path: Self.path,
      title: Phrases.of(site.language).about)
    let main: HTMLFragment = """
      <article lang="en" dir="ltr">
      <header>
      <h1>About these feeds</h1>
      <p class="lead">Many reports of one event make one entry here, with all its sources, under one id for life.</p>
      </header>
      <h2>What a reader can rely on</h2>
      <ul>
      <li>An entry keeps its id and its address for ever, and Atom, RSS and JSON Feed carry the same id.</li>
      <li>Its date of change moves only when there is news: another independent report, a changed figure, a new text.</li>
      <li>When two entries prove to be one story, the older id stays; the other’s page leads to it, and Atom announces it as deleted (RFC 6721).</li>
      <li>Entries that leave a feed stay in its archive documents (RFC 5005), which any client can follow to the first.</li>
      <li>Quotations are word for word, short, attributed and linked. Nothing is rewritten.</li>
      </ul>
      <h2>The <code>_newsfold</code> extension of JSON Feed</h2>
      <p>Beside the members of the feed:</p>
      \(table(ExtensionKey.ofFeed, "Keys of the feed"))
      <p>In each item:</p>
      \(table(ExtensionKey.ofItem, "Keys of an item"))
      </article>

      """
    return frame.document(main: main, lastModified: lastModified)
  }

  private func table(_ keys: [ExtensionKey], _ caption: String) -> HTMLFragment {
    var html: HTMLFragment = "<div class=\"wide\">\n<table>\n<caption>\(caption)</caption>\n<thead>"
    html += "<tr><th scope=\"col\">Key</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n"
    for key in keys {
      html += "<tr><th scope=\"row\"><code>\(key.path)</code></th><td>\(key.meaning)</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n</div>"
  }
}
