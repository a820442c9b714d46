/// The articles of one component as reports: those that print one text are one report.
///
/// Who prints what an agency or another paper wrote, says nothing that had not been said, whenever
/// it does. So such articles are one story from the start, and to other reports they are one: its
/// date is that of the first print, its score with another is the mean of the kept scores of their
/// articles, and in a mean over groups it weighs by its prints and its length (`GroupWeight`). All
/// that depends on the articles of the report and of the other one alone.
struct Reprints {
  /// The articles of each report, in order; the reports ordered by their first.
  let reports: [[Int]]
  /// The time of each report's first print that has one; that of its first article if none has.
  let times: [PublicationTime]
  /// The weight of each report.
  let weights: [GroupWeight]
  private let reportOf: [Int]
  private let articles: [GroupedArticle]
  private let model: MergeModel

  /// Finds the reports.
  ///
  /// - Parameters:
  ///   - articles: The articles, in the order of their ids.
  ///   - scores: The kept scores between them.
  ///   - separate: Articles that stand for themselves, whatever they print.
  ///   - model: The thresholds.
  init(
    articles: [GroupedArticle], scores: [ComponentLink], separate: Set<Int> = [],
    model: MergeModel
  ) {
    var leads = Array(articles.indices)
    func first(of article: Int) -> Int {
      var article = article
      while leads[article] != article {
        // Each step halves the path for those that follow, so that a long chain is walked once and
        // not by each of its articles.
        leads[article] = leads[leads[article]]
        article = leads[article]
      }
      return article
    }
    for link in scores where link.score.isReprint && link.score.total > model.link {
      guard !separate.contains(link.first), !separate.contains(link.second) else { continue }
      let (one, other) = (first(of: link.first), first(of: link.second))
      leads[max(one, other)] = min(one, other)
    }
    var reports: [[Int]] = []
    var reportOf = leads
    for article in articles.indices {
      let lead = first(of: article)
      if lead == article {
        reportOf[article] = reports.count
        reports.append([article])
      } else {
        reportOf[article] = reportOf[lead]
        reports[reportOf[lead]].append(article)
      }
    }
    self.reports = reports
    self.reportOf = reportOf
    self.articles = articles
    self.model = model
    times = reports.map { report in
      let dated = report.lazy.map { articles[$0].time }.filter(\.isEvidence)
      return dated.min { $0.milliseconds < $1.milliseconds } ?? articles[report[0]].time
    }
    weights = reports.map { report in
      GroupWeight(
        printCount: report.reduce(0) { $0 + articles[$1].copyCount },
        wordCount: report.reduce(0) { max($0, articles[$1].wordCount) },
        language: articles[report[0]].language)
    }
  }

  /// The report that prints an article.
  func report(of article: Int) -> Int { reportOf[article] }

  /// Sums the scores of articles between reports.
  func links(_ scores: [ComponentLink]) -> [ReportLink] {
    var links: [ReportLink] = []
    links.reserveCapacity(scores.count)
    for score in scores {
      let (one, other) = (reportOf[score.first], reportOf[score.second])
      if one == other { continue }
      links.append(
        ReportLink(
          first: min(one, other), second: max(one, other), score: score.score,
          weight: weight(score)))
    }
    if reports.count == reportOf.count { return links }
    links.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    var joined: [ReportLink] = []
    for link in links {
      if let last = joined.last, (last.first, last.second) == (link.first, link.second) {
        joined[joined.count - 1] += link
      } else {
        joined.append(link)
      }
    }
    return joined
  }

  /// The weight of a score among those between the prints of two reports. In one language all weigh
  /// the same.
  private func weight(_ link: ComponentLink) -> Int64 {
    let (one, other) = (articles[link.first], articles[link.second])
    guard one.language != other.language else { return 1 }
    return [one, other].reduce(Int64(1)) {
      $0
        * GroupWeight(printCount: 1, wordCount: $1.wordCount, language: $1.language).across
    }
  }

  /// The share of a link in the sums between two groups; nil if its score is not worth keeping.
  func sums(_ link: ReportLink) -> GroupLink? {
    let isDated = link.datedCount > 0
    let text = link.text / link.weight
    let isReprinted = reports[link.first].count + reports[link.second].count > 2
    let time =
      isReprinted && isDated
      ? LogOdds(model.timeTerm(days: times[link.first].days(from: times[link.second])))
      : link.time / link.weight
    let total = text + time
    guard total > model.absent else { return nil }
    let weight = weights[link.first].pairs(with: weights[link.second])
    let isCopy = total > model.copy
    return GroupLink(
      fixed: (text - model.absent + (isDated ? .zero : time)) * weight,
      time: isDated ? time * weight : .zero, datedCount: isDated ? weight : 0,
      count: total > model.support ? weight : 0,
      differing: isCopy ? .zero : (total - model.absent) * weight, copyCount: isCopy ? weight : 0,
      isLinked: link.greatest > model.link && total > model.link)
  }
}
