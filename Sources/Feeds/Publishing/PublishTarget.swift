/// A place where documents become visible: a directory that any web server can serve, or the
/// server's memory.
///
/// A target makes each document visible whole: a reader sees the old one or the new one, never a
/// part of one.
public protocol PublishTarget: Sendable {
  /// Adds the dates of documents and their gzip forms to a publication, for all targets.
  ///
  /// The documents keep their number, order and bytes. A target that knows nothing of the documents
  /// that it replaces returns the publication unchanged.
  func prepared(_ publication: Publication) async throws -> Publication
  /// Makes a publication visible.
  ///
  /// Publishing the same publication again changes nothing. Documents are independent of one
  /// another but for their order: pages come before the feeds that link to them.
  func publish(_ publication: Publication) async throws
  /// The paths of the documents that the last publication changed; empty if the target does not
  /// compare them.
  var lastWritten: [String] { get async }
}

extension PublishTarget {
  /// Returns the publication unchanged.
  public func prepared(_ publication: Publication) async throws -> Publication { publication }

  /// None.
  public var lastWritten: [String] { [] }
}
