import Synchronization

/// The memory of publish targets for as long as a process runs. It is lost with the last reference.
public final class NotesInMemory: TargetMemory {
  private let contents = Mutex<[String: [UInt8]]>([:])

  /// Makes an empty memory.
  public init() {}

  /// The notes of a name; all values of one name are the same notes.
  public func notes(_ name: String) -> any TargetNotes { Notes(memory: self, name: name) }

  private struct Notes: TargetNotes {
    let memory: NotesInMemory
    let name: String

    func read() -> [UInt8]? { memory.contents.withLock { $0[name] } }

    var byteCount: Int { read()?.count ?? 0 }

    func append(_ bytes: [UInt8]) { memory.contents.withLock { $0[name, default: []] += bytes } }

    func replace(with bytes: [UInt8]) { memory.contents.withLock { $0[name] = bytes } }
  }
}
