/// Who holds a site, as the holder has written it into the lock file.
public struct LockHolder: Hashable, Sendable {
  /// The process.
  public let process: Int32?
  /// The machine it runs on.
  public let host: String?
  /// When it began.
  public let since: String?
  /// The task that it holds the site for.
  public let task: Task?

  /// A task that a site is held for.
  public enum Task: String, Hashable, Sendable {
    /// `newsfold run`: it listens at the control socket once it has loaded what is remembered.
    case service
    /// One pass; then it ends.
    case pass
  }

  init(process: Int32, host: String, since: String, task: Task) {
    self.task = task
    self.process = process
    self.host = host
    self.since = since
  }

  /// Reads the words of a lock file; what is missing or damaged is nil.
  init(_ text: String) {
    var values: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    process = values["pid"].flatMap { Int32($0) }
    host = values["host"].map(String.init)
    since = values["since"].map(String.init)
    task = values["for"].flatMap { Task(rawValue: String($0)) }
  }

  var text: String {
    "pid \(process ?? 0)\nhost \(host ?? "?")\nsince \(since ?? "?")\n"
      + (task.map { "for \($0.rawValue)\n" } ?? "")
  }
}

extension LockHolder: CustomStringConvertible {
  /// "process 123 on host since time".
  public var description: String {
    guard let process else { return "another newsfold, which has not said which" }
    return "process \(process) on \(host ?? "?") since \(since ?? "?")"
  }
}
