/// Bytes that are made of the state, as a file in `state/derived/`.
struct DerivedStateFile: DerivedFile {
  let path: String
  let files: any DurableFiles

  func read() -> [UInt8]? {
    // Silence is right: what cannot be read is made again, as if there were nothing.
    try? files.read(path)
  }

  func replace(with bytes: [UInt8]) throws(FileError) {
    try files.makeDirectory(path.parentDirectory)
    // No sync: after a power cut a part of it may be there, which its digest tells.
    try files.write(bytes, to: path + ".tmp")
    try files.rename(path + ".tmp", to: path)
  }
}
