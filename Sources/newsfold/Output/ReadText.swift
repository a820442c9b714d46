import NewsModel
import SyncDaemon

/// Prints the articles that were read from a file, with the origin of each field, for a terminal.
enum ReadText {
  static func lines(_ listing: ReadListing) -> [String] {
    var lines = [listing.path]
    if let rule = listing.ignored { lines.append("  ignored by \(rule)") }
    if let reason = listing.setAside { lines.append("  set aside: \(reason)") }
    for article in listing.articles {
      lines.append("  \(article.title)")
      let facts = [
        "\(article.published) (\(article.dateFrom.rawValue))",
        article.outlet.isEmpty ? "no outlet" : article.outlet,
        article.authors.map(\.name).joined(separator: ", "), article.language ?? "",
        article.url ?? "",
      ]
      lines.append("    " + facts.filter { !$0.isEmpty }.joined(separator: " · "))
      lines += article.paragraphs.map { "    " + $0 }
      lines += article.pictures.map { "    [picture: \($0.url)]" }
    }
    return lines
  }
}
