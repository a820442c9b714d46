import FoundationEssentials
import NewsModel
import SyncDaemon

/// Changes `pins.yaml` for a command, and waits until a running service has taken it up.
enum Pinning {
  /// The value that `--json` prints.
  struct Outcome: Hashable, Codable, Sendable {
    /// The path of `pins.yaml`.
    var path: String
    /// The changes of the file, a sentence each; empty if it says so already.
    var lines: [String]
    /// Whether a running service uses the changed file.
    var isInForce: Bool
    /// The changes of stories that it caused; empty without a running service.
    var changes: [SyncReport.Change]
  }

  /// Changes the file, and asks a running service to take it up.
  static func make(_ change: PinChange, _ options: SiteOptions, isJSON: Bool) async throws {
    try await Failure.reported {
      let opened = try await options.inForce()
      let view = try SiteView.open(opened, .named(change.names))
      let named = change.named { name in
        guard let article = view.article(named: name) else { return name }
        return self.name(of: article, typed: name, view)
      }
      var lines: [String] = []
      try PinsFile(opened.site).change { text in
        let edit = try PinEdit(
          named, text: text, path: opened.site.pinsPath, resolve: view.article,
          storyOf: { view.story(named: "\($0)")?.id })
        lines = edit.lines
        return edit.text
      }
      let progress = ProgressLine()
      let report =
        lines.isEmpty
        ? nil : try await RunningService(opened.site).takeUp(.pins) { progress.show($0) }
      progress.end()
      if isJSON {
        return try Output.json(
          Outcome(
            path: opened.site.pinsPath, lines: lines, isInForce: report != nil,
            changes: report?.changes ?? []))
      }
      for line in lines { Output.say(line) }
      if lines.isEmpty {
        Output.say("pins.yaml says so already")
      } else if let report {
        for line in report.storyLines { Output.say(line) }
        Output.say("in force")
      } else {
        Output.say("written; no service runs, the next `newsfold sync` takes it up")
      }
    }
  }

  /// The name under which an article is written into the file.
  ///
  /// An article that was typed as a path gets its place below the articles directory, where a
  /// person finds it again. An id or a permalink stays as it was typed.
  private static func name(of article: ArticleID, typed: String, _ view: SiteView) -> String {
    if typed == "\(article)" || typed.contains("://") { return typed }
    if let place = view.place(of: article), view.article(named: place) == article { return place }
    return "\(article)"
  }
}

extension PinChange {
  /// Returns the same change with other names for its articles.
  fileprivate func named(_ name: (String) -> String) -> PinChange {
    switch self {
    case .together(let names): .together(names.map(name))
    case .apart(let names): .apart(names.map(name))
    case .lead(let one): .lead(name(one))
    case .title(let title, let one): .title(title, of: name(one))
    case .unpin(let names): .unpin(names)
    }
  }
}
