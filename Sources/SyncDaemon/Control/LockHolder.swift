/// The process that holds a site, as it has written itself into the lock file.
public struct LockHolder: Hashable, Sendable {
  /// The process number.
  public let process: Int32?
  /// The name of its machine.
  public let host: String?
  /// The time when it began.
  public let since: String?
  /// The task for which it holds the site.
  public let task: Task?

  /// A task for which a site is held.
  public enum Task: String, Hashable, Sendable {
    /// `newsfold run`. It listens at the control socket once its state is loaded.
    case service
    /// One pass, after which the process ends.
    case pass
  }

  init(process: Int32, host: String, since: String, task: Task) {
    self.task = task
    self.process = process
    self.host = host
    self.since = since
  }

  /// Reads the text of a lock file; a part that is missing or damaged is nil.
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
  /// The text "process 123 on HOST since TIME", as far as it is known.
  public var description: String {
    guard let process else { return "another newsfold, which has not said which" }
    return "process \(process) on \(host ?? "?") since \(since ?? "?")"
  }
}
