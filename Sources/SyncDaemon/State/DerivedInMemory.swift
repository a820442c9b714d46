import Synchronization

/// Bytes that are made of a state in memory, by name. Copies share them.
final class DerivedInMemory: Sendable {
  private let contents = Mutex<[String: [UInt8]]>([:])

  /// The place of a name.
  func file(_ name: String) -> any DerivedFile { Place(name: name, all: self) }

  private struct Place: DerivedFile {
    let name: String
    let all: DerivedInMemory

    func read() -> [UInt8]? { all.contents.withLock { $0[name] } }

    func replace(with bytes: [UInt8]) throws(FileError) {
      all.contents.withLock { $0[name] = bytes }
    }
  }
}
