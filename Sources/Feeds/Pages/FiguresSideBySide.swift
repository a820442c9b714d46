import NewsModel

/// The figures that differ, a card each, side by side even on a telephone.
///
/// Feeds have the same as a table (`EntryContent.figures`), because feed readers drop styles.
struct FiguresSideBySide {
  let content: EntryContent

  var html: HTMLFragment {
    guard content.extent != .headline else { return "" }
    let entry = content.entry
    var html: HTMLFragment = ""
    for disagreement in entry.disagreements {
      html += "<h3 dir=\"auto\">\(disagreement.subject)</h3>\n<ul class=\"side\">\n"
      for figure in disagreement.figures {
        let coverage = entry.coverage.first { $0.article == figure.article }
        let marks = content.scope.attributes(for: coverage?.language ?? entry.language)
        let outlet = content.phrases.name(of: figure.outlet)
        html += "<li>\n<p class=\"value\"\(marks)>\(figure.text)</p>\n"
        html += "<p\(marks)>\(figure.sentence)</p>\n<p class=\"by\">"
        if let url = coverage?.url {
          html += "<a href=\"\(url)\">\(outlet)</a>"
        } else {
          html += "<bdi>\(outlet)</bdi>"
        }
        html += "</p>\n</li>\n"
      }
      html += "</ul>\n"
    }
    return html
  }
}
