import FoundationEssentials
import NewsModel

/// "Why one story?": every decision about a story, with its evidence in words and numbers.
struct WhyOneStory {
  let entry: Entry
  let phrases: Phrases
  /// The extent of text that the page shows; with headlines only, there are no quotations.
  let extent: TextExtent

  /// The decisions; empty if there was nothing to decide: one report and no change.
  ///
  /// - Parameter byteLimit: The size at which the tables of evidence end. Later decisions have only
  ///   the score; JSON Feed has everything.
  /// - Returns: The section's content.
  func html(byteLimit: Int) -> HTMLFragment {
    let reason = phrases.sentence(entry.canonicalReason)
    guard !entry.decisions.isEmpty || !reason.isEmpty else { return "" }
    var html: HTMLFragment = ""
    if !reason.isEmpty { html += "<p>\(phrases.whyLead) \(reason)</p>\n" }
    guard !entry.decisions.isEmpty else { return html }
    if entry.decisions.contains(where: { !$0.evidence.isEmpty }) {
      html += "<p>\(phrases.whyHint)</p>\n"
    }
    html += "<ol class=\"decisions\">\n"
    for decision in entry.decisions {
      html += "<li>\n<p><time datetime=\"\(Timestamp.rfc3339(decision.date))\">"
      html += "\(phrases.dates.dayAndTime(decision.date))</time> "
      html += "<bdi>\(sentence(decision))</bdi></p>\n"
      html += shared(decision)
      let table = evidence(decision)
      html += html.bytes.count + table.bytes.count < byteLimit ? table : score(decision)
      html += "</li>\n"
    }
    return html + "</ol>\n"
  }

  private func sentence(_ decision: Decision) -> String {
    let words = phrases.decisions[decision.kind] ?? decision.kind.rawValue
    return words.replacing("#", with: outlet(of: decision.article))
  }

  private func outlet(of article: ArticleID?) -> String {
    guard let coverage = entry.coverage.first(where: { $0.article == article }) else {
      return phrases.unnamedOutlet
    }
    return phrases.name(of: coverage.outlet)
  }

  /// The words that both reports share, which a reader can check.
  private func shared(_ decision: Decision) -> HTMLFragment {
    guard let shared = decision.shared else { return "" }
    var sayings = shared.names + shared.figures
    if extent != .headline { sayings += shared.quotes.map { "“\($0)”" } }
    guard !sayings.isEmpty else { return "" }
    var html: HTMLFragment = "<p class=\"shared\">\(phrases.inBoth) "
    for (place, saying) in sayings.enumerated() {
      html += place == 0 ? "<bdi>\(saying)</bdi>" : " · <bdi>\(saying)</bdi>"
    }
    return html + "</p>\n"
  }

  private func score(_ decision: Decision) -> HTMLFragment {
    decision.evidence.isEmpty ? "" : "<p>\(sum(decision))</p>\n"
  }

  /// The sum of the evidence, and the report that it is about.
  private func sum(_ decision: Decision) -> HTMLFragment {
    let score = decision.evidence.reduce(0) { $0 + $1.contribution }
    var html: HTMLFragment = "\(phrases.score) \(Self.signed(score))"
    if let closest = decision.closest {
      let words = phrases.closestTo.replacing("#", with: outlet(of: closest))
      html += " <span class=\"closest\">\(words)</span>"
    }
    return html
  }

  private func evidence(_ decision: Decision) -> HTMLFragment {
    guard !decision.evidence.isEmpty else { return "" }
    var html: HTMLFragment = "<details>\n<summary>\(sum(decision))"
    html += "</summary>\n<table>\n<thead><tr><th scope=\"col\">\(phrases.evidence)</th>"
    html += "<th scope=\"col\">\(phrases.weight)</th><td></td></tr></thead>\n<tbody>\n"
    for term in decision.evidence where Self.isHeard(term) {
      html += "<tr><th scope=\"row\">\(phrases.terms[term.name] ?? term.name)</th>"
      html += "<td class=\"number\">\(Self.signed(term.contribution))</td>"
      html += "<td>\(Self.bar(term.contribution))</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n</details>\n"
  }

  /// Whether a term is shown. One that rounds to zero is left out, and the rest still adds up.
  private static func isHeard(_ term: Decision.Evidence) -> Bool {
    abs(term.contribution) >= 0.005 || !term.contribution.isFinite
  }

  /// A number with its sign and two decimals, with a true minus.
  static func signed(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return number < 0 ? "−∞" : "+∞" }
    let hundredths = Int((abs(number) * 100).rounded())
    let decimals = hundredths % 100
    let sign = hundredths == 0 ? "" : number < 0 ? "−" : "+"
    return "\(sign)\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  /// Draws a bar from the middle: to one side for, to the other side against. Ten log-odds fill it.
  private static func bar(_ number: Double) -> HTMLFragment {
    guard number.isFinite else { return "" }
    let length = Int((min(abs(number), 10) * 5).rounded())
    let kind = number < 0 ? "against" : "for"
    return """
      <svg class="bar" viewBox="0 0 100 10" width="100" height="10" aria-hidden="true"><path class="middle" d="M50 0V10"/><rect class="\(kind)" x="\(number < 0 ? 50 - length : 50)" y="2" width="\(length)" height="6"/></svg>
      """
  }
}
