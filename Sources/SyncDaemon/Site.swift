import NewsModel

/// The directory of a site, and the paths of everything in it.
public struct Site: Hashable, Sendable {
  /// The site's directory, absolute.
  public let root: String

  /// Makes a site at an absolute path.
  public init(root: String) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// The settings file.
  public var settingsPath: String { root.appendingPath("newsfold.yaml") }
  /// The pins file, which need not exist.
  public var pinsPath: String { root.appendingPath("pins.yaml") }
  /// The directory of published documents, `public`.
  public var publicDirectory: String { root.appendingPath("public") }
  /// The directory of the state, `state`.
  public var stateDirectory: String { root.appendingPath("state") }

  /// The absolute paths of the article directories.
  public func articleRoots(_ settings: Settings) -> [String] {
    settings.articles.map { Self.absolutePath($0, from: root) }
  }

  /// An absolute path without `.` and `..` parts and without a slash at its end.
  public static func absolutePath(_ path: String, from directory: String) -> String {
    var parts: [Substring] = []
    let full = path.hasPrefix("/") ? path : directory.appendingPath(path)
    for part in full.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether an absolute path is newsfold's own: published documents, state, settings and pins are
  /// never read as articles.
  public func isOwn(_ path: String) -> Bool {
    [publicDirectory, stateDirectory, settingsPath, pinsPath].contains {
      path == $0 || path.hasPrefix($0 + "/")
    }
  }
}
