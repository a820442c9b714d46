import Feeds

/// Keeps what is published, in order.
actor RecordingTarget: PublishTarget {
  private(set) var publications: [Publication] = []

  func publish(_ publication: Publication) { publications.append(publication) }

  /// The paths of the documents of each publication since it was asked last.
  func takePaths() -> [[String]] {
    defer { publications = [] }
    return publications.map { $0.documents.map(\.path) }
  }
}
