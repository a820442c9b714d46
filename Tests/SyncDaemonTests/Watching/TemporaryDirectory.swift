import Glibc
import Testing

@testable import SyncDaemon

/// A directory of a test's own, removed with all that is in it.
final class TemporaryDirectory: Sendable {
  let path: String

  init(in place: String = "/tmp") throws {
    var template = Array("\(place)/newsfold-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit {
    Self.remove(FilePath(path))
  }

  static func remove(_ path: FilePath) {
    chmod(path.cString, 0o755)
    if let stream = opendir(path.cString) {
      while let item = readdir(stream) {
        let name = withUnsafePointer(to: &item.pointee.d_name) {
          $0.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
            FilePath(bytes: (0..<256).lazy.map { name[$0] }.prefix { $0 != 0 })
          }
        }
        if name == "." || name == ".." { continue }
        let below = path.appending(name)
        if item.pointee.d_type == UInt8(DT_DIR) { remove(below) } else { unlink(below.cString) }
      }
      closedir(stream)
    }
    rmdir(path.cString)
  }

  subscript(_ name: String) -> String { path + "/" + name }

  /// The path of a file in it.
  func file(_ name: String) -> FilePath { FilePath(self[name]) }

  func make(directory name: String) { make(directory: FilePath(name)) }

  /// Makes a directory of any name.
  func make(directory name: FilePath) {
    let path = FilePath(self.path).appending(name)
    #expect(mkdir(path.cString, 0o755) == 0, "mkdir \(name): \(errno)")
  }

  /// Writes a file and closes it.
  func write(_ text: String = "text", to name: String) { write(text, to: FilePath(name)) }

  /// Writes a file of any name and closes it.
  func write(_ text: String = "text", to name: FilePath) {
    let path = FilePath(self.path).appending(name)
    let descriptor = open(path.cString, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    #expect(descriptor >= 0, "open \(name): \(errno)")
    let bytes = Array(text.utf8)
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }

  func rename(_ name: String, to other: String) {
    #expect(Glibc.rename(self[name], self[other]) == 0, "rename \(name): \(errno)")
  }

  func remove(file name: String) {
    #expect(unlink(self[name]) == 0, "unlink \(name): \(errno)")
  }
}
