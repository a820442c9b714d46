/// A stage of a pass, as `status`, logs and metrics name it.
public enum PassStage: String, CaseIterable, Sendable {
  /// Finding the files that are there.
  case scan
  /// Reading files that are new or have changed.
  case read
  /// Folding articles into stories.
  case fold
  /// Making entries from stories.
  case compose
  /// Writing the state.
  case remember
  /// Making documents from entries.
  case render
  /// Writing documents to the targets.
  case publish
}
