/// Where documents become visible: a directory that any web server can serve, or the server's memory.
///
/// A target makes each document visible whole: a reader sees the old one or the new one, never a part of one.
public protocol PublishTarget: Sendable {
  /// The publication as it is to go to every target: with the dates that its documents are to bear, and their coded forms.
  ///
  /// The documents stay as many, in their order and with their bytes. A target that remembers nothing of what it replaces
  /// has nothing to say.
  func prepared(_ publication: Publication) async throws -> Publication
  /// Makes a publication visible.
  ///
  /// Publishing the same publication again changes nothing. Documents are independent of one another but for their
  /// order: pages come before the feeds that link to them.
  func publish(_ publication: Publication) async throws
}

extension PublishTarget {
  /// The publication as it is.
  public func prepared(_ publication: Publication) async throws -> Publication { publication }
}
