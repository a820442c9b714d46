import Glibc
import Testing

/// A directory of a test's own, removed with all that is in it.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/newsfold-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit {
    Self.remove(path)
  }

  static func remove(_ path: String) {
    chmod(path, 0o755)
    if let stream = opendir(path) {
      while let item = readdir(stream) {
        let name = withUnsafePointer(to: &item.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let below = path + "/" + name
        if item.pointee.d_type == UInt8(DT_DIR) { remove(below) } else { unlink(below) }
      }
      closedir(stream)
    }
    rmdir(path)
  }

  subscript(_ name: String) -> String { path + "/" + name }

  func make(directory name: String) {
    #expect(mkdir(self[name], 0o755) == 0, "mkdir \(name): \(errno)")
  }

  /// Writes a file and closes it.
  func write(_ text: String = "text", to name: String) {
    let descriptor = open(self[name], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
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
