/// The hints for files, by patterns of their paths.
public struct FolderRules: Hashable, Sendable {
  private let rules: [Rule]

  private struct Rule: Hashable, Sendable {
    let pattern: IgnorePattern
    let hints: FolderHints
  }

  /// Rules in the order of the setting; of several that hold for a file, a later one has the last
  /// word.
  public init(_ rules: [(pattern: String, hints: FolderHints)] = []) {
    self.rules = rules.map { Rule(pattern: IgnorePattern($0.pattern), hints: $0.hints) }
  }

  /// Looks up a file.
  ///
  /// - Parameter path: Its path below the articles directory.
  /// - Returns: The hints; nil if there are none.
  public func hints(for path: String) -> FolderHints? {
    guard !rules.isEmpty else { return nil }
    let parts = path.lowercased().utf8.split(separator: 0x2F).map { Array($0) }
    var found: FolderHints?
    for rule in rules where rule.pattern.holds(for: parts) {
      var hints = found ?? FolderHints()
      hints.apply(rule.hints)
      found = hints
    }
    return found
  }
}
