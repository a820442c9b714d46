public import NewsModel

extension Phrases {
  /// The sentence why the canonical article leads; empty if there is no article.
  public func sentence(_ reason: LeadReason) -> String {
    guard !reason.steps.isEmpty else { return "" }
    let text = reason.steps.map { clauses[$0.clause]?($0.others) ?? $0.clause.rawValue }
      .joined(separator: clauseSeparator)
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
