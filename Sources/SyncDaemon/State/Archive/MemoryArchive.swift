import Synchronization

/// An archive in memory, for `MemoryStateStore`.
final class MemoryArchive: ArchiveDocuments {
  private struct Contents {
    var documents: [Int: [UInt8]] = [:]
    var indices: [Int: [UInt8]] = [:]
    var greatest = 0
  }

  private let contents = Mutex(Contents())

  func place(of number: Int) -> String { "memory/archive/\(number)" }

  func numbers() -> [Int] { contents.withLock { $0.documents.keys.sorted() } }

  func greatestNumber() -> Int { contents.withLock { $0.greatest } }

  func read(_ number: Int) -> [UInt8]? { contents.withLock { $0.documents[number] } }

  func readIndex(_ number: Int) -> [UInt8]? { contents.withLock { $0.indices[number] } }

  func write(_ bytes: [UInt8], index: [UInt8], as number: Int) {
    contents.withLock { contents in
      contents.documents[number] = bytes
      contents.indices[number] = index
      contents.greatest = max(contents.greatest, number)
    }
  }

  func writeIndex(_ bytes: [UInt8], as number: Int) {
    contents.withLock { $0.indices[number] = bytes }
  }

  func remove(_ number: Int) {
    contents.withLock { contents in
      contents.documents[number] = nil
      contents.indices[number] = nil
    }
  }

  func setAside(_ number: Int) { remove(number) }

  func tidy(_ superseded: Set<Int>) {
    for number in superseded { remove(number) }
  }
}
