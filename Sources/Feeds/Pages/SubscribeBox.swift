import FoundationEssentials

/// The box with every feed, and links that open the main one in a reader with one click.
struct SubscribeBox {
  let site: SiteDescription
  let phrases: Phrases

  var html: HTMLFragment {
    var html: HTMLFragment = """
      <section class="subscribe" id="subscribe" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">\(phrases.subscribe)</h2>
      <p>\(phrases.subscribeHint)</p>

      """
    if let main = site.feeds.first {
      let url = site.baseURL + main.path(as: AtomFormat())
      html += "<p class=\"readers\">\(phrases.openIn) "
      html += "<a href=\"\(WebReader.feedAddress(url))\">\(phrases.ownReader)</a>"
      for reader in WebReader.all {
        html += " <a href=\"\(reader.address(subscribingTo: url))\">\(reader.name)</a>"
      }
      html += "</p>\n"
    }
    html += "<ul class=\"feeds\">\n"
    for feed in site.feeds {
      html += "<li><b dir=\"auto\">\(feed.title)</b>"
      for format in FeedFormats.all {
        html += " <a href=\"\(site.baseURL)\(feed.path(as: format))\" "
        html += "type=\"\(format.linkType)\">\(format.name)"
        // Links with the same text need more text for people who hear them out of context.
        html += "<span class=\"unseen\">: \(feed.title)</span></a>"
      }
      html += "</li>\n"
    }
    html += "</ul>\n<p><a href=\"\(site.baseURL)\(OPMLFormat.path)\">\(phrases.feedList)</a></p>\n"
    return html + "</section>\n"
  }
}
