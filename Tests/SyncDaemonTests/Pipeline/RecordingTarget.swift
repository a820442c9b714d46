import Feeds

/// Keeps publications in order.
actor RecordingTarget: PublishTarget {
  private(set) var publications: [Publication] = []

  func publish(_ publication: Publication) { publications.append(publication) }

  /// The paths of the documents of each publication since the last call.
  func takePaths() -> [[String]] {
    defer { publications = [] }
    return publications.map { $0.documents.map(\.path) }
  }
}
