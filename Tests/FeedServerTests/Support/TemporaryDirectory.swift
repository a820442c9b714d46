import Foundation

/// A directory for one test, with files in it, gone after it.
final class TemporaryDirectory: Sendable {
  let path: String

  init(files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/newsfold-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit {
    // Whatever is left is in the system's temporary directory.
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file, options: .atomic)
  }
}
