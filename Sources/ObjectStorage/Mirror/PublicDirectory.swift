import Feeds
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The directory `public/`, as the directory target leaves it. Calls block.
struct PublicDirectory: Sendable {
  /// Its path.
  let root: String

  /// Whether the site's main feed is there. Without it nothing has been published, or what was is
  /// lost and will be made again; neither may empty a bucket.
  var hasFeed: Bool { FileManager.default.fileExists(atPath: root + "/atom.xml") }

  /// Lists the paths of all documents, relative to the directory and sorted.
  ///
  /// Left out is what the server does not show either: hidden and temporary files, links, and the
  /// gzip forms of documents.
  ///
  /// - Parameter skipped: The names of directories that are not entered.
  /// - Throws: The system's error if a directory cannot be read: what was not seen must not pass
  ///   for gone.
  /// - Returns: The paths.
  func paths(skipping skipped: Set<String> = []) throws -> [String] {
    var paths: [String] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      let names = try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
      let known = Set(names)
      for name in names where !name.hasPrefix(".") {
        let path = folder + name
        var status = stat()
        // What has gone since it was listed is passed over.
        guard lstat(root + "/" + path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR where !skipped.contains(name): waiting.append(path + "/")
        case S_IFREG where !(name.hasSuffix(".gz") && known.contains(String(name.dropLast(3)))):
          paths.append(path)
        default: break
        }
      }
    }
    return paths.sorted()
  }

  /// Reads a document; nil if it is not there.
  ///
  /// - Throws: The system's error if it is there and cannot be read.
  func read(_ path: String) throws -> [UInt8]? {
    do {
      return Array(try Data(contentsOf: URL(filePath: root + "/" + path)))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return nil
    }
  }
}
