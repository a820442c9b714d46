import NewsModel

/// The documents of the archive as files: `state/archive/00000001.jsonl`, each with its index
/// beside it.
struct ArchiveFiles: ArchiveDocuments {
  private let directory: String
  private let files: any DurableFiles

  /// Makes the archive of a state directory, which need not exist.
  init(stateDirectory: String, files: any DurableFiles) {
    directory = stateDirectory.appendingPath("archive")
    self.files = files
  }

  func place(of number: Int) -> String {
    // Eight digits, so that a listing is in numerical order.
    let digits = String(number)
    let name = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    return directory.appendingPath(name + ".jsonl")
  }

  private func indexPath(_ number: Int) -> String { place(of: number) + ".index" }

  func numbers() throws(StateError) -> [Int] {
    try names().filter { $0.hasSuffix(".jsonl") }.compactMap { Int($0.dropLast(6)) }
  }

  func greatestNumber() throws(StateError) -> Int {
    try names().compactMap { Int($0.prefix { $0 != "." }) }.max() ?? 0
  }

  func read(_ number: Int) throws(StateError) -> [UInt8]? {
    try attempt { () throws(FileError) in try files.read(place(of: number)) }
  }

  func readIndex(_ number: Int) throws(StateError) -> [UInt8]? {
    try attempt { () throws(FileError) in try files.read(indexPath(number)) }
  }

  func write(_ bytes: [UInt8], index: [UInt8], as number: Int) throws(StateError) {
    try attempt { () throws(FileError) in
      try files.makeDirectory(directory)
      try files.replace(place(of: number), with: bytes)
      // The index is not synced: if a power cut loses it, it is made again.
      try files.write(index, to: indexPath(number))
    }
  }

  func writeIndex(_ bytes: [UInt8], as number: Int) throws(StateError) {
    try attempt { () throws(FileError) in try files.replace(indexPath(number), with: bytes) }
  }

  func remove(_ number: Int) throws(StateError) {
    try attempt { () throws(FileError) in
      try files.remove(place(of: number))
      try files.remove(indexPath(number))
    }
  }

  func setAside(_ number: Int) throws(StateError) {
    try attempt { () throws(FileError) in
      let path = place(of: number)
      if let bytes = try files.read(path) {
        let mark = ContentDigest(bytes).hex(digits: 8)
        try files.rename(path, to: "\(path).damaged-\(mark)")
      }
      try files.remove(indexPath(number))
    }
  }

  func tidy(_ superseded: Set<Int>) throws(StateError) {
    for name in try names() {
      guard let number = Int(name.prefix { $0 != "." }) else { continue }
      let isOurs = name.hasSuffix(".jsonl") || name.hasSuffix(".index")
      guard name.hasSuffix(".tmp") || (isOurs && superseded.contains(number)) else { continue }
      try attempt { () throws(FileError) in try files.remove(directory.appendingPath(name)) }
    }
  }

  private func names() throws(StateError) -> [String] {
    try attempt { () throws(FileError) in try files.list(directory) }
  }

  private func attempt<Result>(
    _ operation: () throws(FileError) -> Result
  ) throws(StateError) -> Result {
    do {
      return try operation()
    } catch {
      throw .file(error)
    }
  }
}
