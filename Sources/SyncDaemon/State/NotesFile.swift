import Feeds

/// Notes of a publish target as a file in `state/server/`.
struct NotesFile: TargetNotes {
  let path: String
  let files: any DurableFiles

  func read() -> [UInt8]? {
    // Silence is right: notes that cannot be read are begun anew, which costs clients a repetition.
    try? files.read(path)
  }

  var byteCount: Int {
    // Silence is right, as above.
    (try? files.status(path))??.byteCount ?? 0
  }

  func append(_ bytes: [UInt8]) throws(TargetNotesError) {
    try attempt { () throws(FileError) in
      try files.append(bytes, to: path)
      try files.sync(path)
    }
  }

  func replace(with bytes: [UInt8]) throws(TargetNotesError) {
    try attempt { () throws(FileError) in
      try files.makeDirectory(path.parentDirectory)
      try files.replace(path, with: bytes)
    }
  }

  private func attempt(_ operation: () throws(FileError) -> Void) throws(TargetNotesError) {
    do {
      try operation()
    } catch {
      throw TargetNotesError(place: error.path, reason: error.reason)
    }
  }
}
