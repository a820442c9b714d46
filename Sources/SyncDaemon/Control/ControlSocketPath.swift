import NewsModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The place of a site's control socket.
///
/// Usually `state/newsfold.sock`. A socket's path has at most 107 bytes on Linux (unix(7)). Where
/// that path is longer, the socket is `DIGEST.sock` in `$XDG_RUNTIME_DIR/newsfold` or, without that
/// variable, in `/tmp/newsfold-UID`. DIGEST is the first sixteen digits of the SHA-256 of the state
/// directory's path without symbolic links. `state/newsfold.sock` is then a symbolic link to the
/// socket, by which clients with another environment find it.
public struct ControlSocketPath: Hashable, Sendable {
  /// The path in `state/`.
  public let nominal: String
  /// The path that the socket is bound to.
  public let bound: String

  /// Whether the path in `state/` is too long for a socket.
  public var isShortened: Bool { nominal != bound }

  /// Finds the path for a site's state directory, without making anything.
  ///
  /// - Parameters:
  ///   - stateDirectory: An absolute path.
  ///   - environment: Read for `XDG_RUNTIME_DIR`.
  public init(stateDirectory: String, environment: [String: String]) {
    nominal = stateDirectory.appendingPath("newsfold.sock")
    // The name is bound under a temporary one first, which is a few bytes longer.
    if nominal.utf8.count + Self.temporarySuffixLength <= UnixSocket.longestPath {
      bound = nominal
      return
    }
    let resolved = DirectoryScan.resolve(stateDirectory) ?? stateDirectory
    let name = ContentDigest(resolved).hex(digits: 16) + ".sock"
    bound = Self.shortDirectory(environment).appendingPath(name)
  }

  /// A dot and a process number, at most 4,194,304 (proc(5), pid_max).
  static let temporarySuffixLength = 8

  private static func shortDirectory(_ environment: [String: String]) -> String {
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/"),
      // The directory, a slash, sixteen digits, ".sock" and the suffix have to fit, too.
      runtime.utf8.count + "/newsfold/0123456789abcdef.sock".utf8.count + temporarySuffixLength
        <= UnixSocket.longestPath
    {
      return runtime.appendingPath("newsfold")
    }
    return "/tmp/newsfold-\(getuid())"
  }

  /// The path that a client connects to: the target of the link in `state/` if there is one.
  var target: String {
    var bytes = [CChar](repeating: 0, count: UnixSocket.longestPath + 1)
    let count = readlink(nominal, &bytes, bytes.count)
    guard count > 0 else { return bound }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes the directory of a short path, and checks that no other user can write there.
  func prepareDirectory() throws(ControlError) {
    guard isShortened else { return }
    let directory = bound.parentDirectory
    if mkdir(directory, 0o700) != 0, errno != EEXIST {
      throw .noShortPath(nominal, reason: "\(directory) cannot be made: \(FileError.words(errno))")
    }
    var status = stat()
    guard lstat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0
    else {
      throw .noShortPath(nominal, reason: "\(directory) can be written to by others")
    }
  }
}
