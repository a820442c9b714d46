/// A stage of a pass, as `status`, logs and metrics name it.
public enum PassStage: String, CaseIterable, Sendable {
  /// Looking which files there are.
  case scan
  /// Reading files that are new or have changed.
  case read
  /// Folding articles into stories.
  case fold
  /// Making entries of stories.
  case compose
  /// Storing what was decided.
  case remember
  /// Making documents of entries.
  case render
  /// Writing documents to where they are read.
  case publish
}
