/// Makes random changes to a tree, and knows which files are there.
struct TreeChanges {
  private(set) var files: Set<String> = []
  private var directories: [String]
  private let directory: TemporaryDirectory
  private var lastName = 0

  init(directory: TemporaryDirectory, root: String) {
    self.directory = directory
    directories = [root]
  }

  mutating func make(using generator: inout some RandomNumberGenerator) {
    let place = directories[Int.random(in: 0..<directories.count, using: &generator)]
    lastName += 1
    switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1:
      let path = "\(place)/d\(lastName)"
      directory.make(directory: path)
      directories.append(path)
    case 2:
      if let file = pick(using: &generator) {
        directory.remove(file: file)
        files.remove(file)
      }
    case 3, 4:
      if let file = pick(using: &generator) {
        let path = "\(place)/f\(lastName)"
        directory.rename(file, to: path)
        files.remove(file)
        files.insert(path)
      }
    case 5: moveDirectory(to: place, using: &generator)
    default:
      let path = "\(place)/f\(lastName)"
      directory.write(to: path)
      files.insert(path)
    }
  }

  private func pick(using generator: inout some RandomNumberGenerator) -> String? {
    files.sorted().randomElement(using: &generator)
  }

  private mutating func moveDirectory(
    to place: String, using generator: inout some RandomNumberGenerator
  ) {
    let moved = directories[Int.random(in: 0..<directories.count, using: &generator)]
    guard moved != directories[0], place != moved, !place.hasPrefix(moved + "/") else { return }
    let target = "\(place)/d\(lastName)"
    directory.rename(moved, to: target)
    func follow(_ path: String) -> String {
      path == moved || path.hasPrefix(moved + "/") ? target + path.dropFirst(moved.count) : path
    }
    directories = directories.map(follow)
    files = Set(files.map(follow))
  }
}
