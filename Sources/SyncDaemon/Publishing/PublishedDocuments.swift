/// The published documents as they are on the disk.
///
/// For recovery, and for edits of documents whose contents are final. A pass learns nothing else
/// from them: what it needs of earlier passes is state.
struct PublishedDocuments: Sendable {
  /// The directory `public/`.
  let directory: String
  let files: any DurableFiles

  /// Whether a document is there.
  func contains(_ path: String) throws(FileError) -> Bool {
    try files.status(directory.appendingPath(path)) != nil
  }

  /// The bytes of a document; nil if there is none.
  func read(_ path: String) throws(FileError) -> [UInt8]? {
    try files.read(directory.appendingPath(path))
  }

  /// The names in a folder, in byte order; none if there is no folder.
  func names(in folder: String) throws(FileError) -> [String] {
    try files.list(directory.appendingPath(folder))
  }
}
