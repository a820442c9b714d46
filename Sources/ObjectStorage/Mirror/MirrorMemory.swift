import FoundationEssentials
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that says whether a bucket was as `public/` when it was last written to.
///
/// Without it, or damaged, everything is looked at once. Calls block.
struct MirrorMemory: Sendable {
  /// The contents of the file.
  struct Contents: Hashable, Codable, Sendable {
    /// The number of the layout; another layout has another number.
    var format = 1
    /// The bucket and server, for a person who looks into the file.
    var bucket: String
    /// The number of the publication that is there whole; nil while one is under way.
    var complete: Int?
    /// The header fields that every object was stored with.
    var conduct: String
  }

  /// The reason why the file is not written.
  struct Unwritable: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

  private let directory: String
  private let path: String

  /// Makes the file of a place; its directory is made when something is written.
  init(directory: String, location: BucketLocation) {
    self.directory = directory
    let place = "\(location.scheme)://\(location.authority)\(location.path) \(location.name)"
    path = directory + "/bucket-\(ContentDigest(place).hex(digits: 16)).json"
  }

  /// The contents of the file. nil if there is nothing that can be read.
  func read() -> Contents? {
    // Silence is right: without it everything is looked at.
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let contents = try? JSONDecoder().decode(Contents.self, from: data), contents.format == 1
    else { return nil }
    return contents
  }

  /// Writes durably: after a power cut an older file must not say that everything is there.
  func write(_ contents: Contents) throws(Unwritable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Silence is right: texts and numbers always become JSON, and an empty file only costs a look.
    let bytes = Array((try? encoder.encode(contents)) ?? Data()) + [UInt8(ascii: "\n")]
    if mkdir(directory, 0o750) != 0, errno != EEXIST {
      throw Unwritable(path: directory, code: errno)
    }
    let temporary = path + ".new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard file >= 0 else { throw Unwritable(path: temporary, code: errno) }
    defer { close(file) }
    let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
    guard count == bytes.count, fsync(file) == 0, rename(temporary, path) == 0 else {
      throw Unwritable(path: path, code: errno)
    }
  }
}

/// `write(2)`, whose name the method above would hide.
private func systemWrite(_ file: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let from else { return 0 }
  return write(file, from, count)
}
