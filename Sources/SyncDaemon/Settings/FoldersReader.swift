import Articles
import FoundationEssentials
import NewsModel
import Yams

/// Reads the `folders` mapping of the settings.
enum FoldersReader {
  private static let keys = ["source", "language", "time_zone", "rank", "text", "keys", "window"]

  /// Reads the folders, in the order in which they are written.
  ///
  /// - Returns: Nil if the mapping or one of its values is of the wrong kind.
  /// - Throws: `NestedFault.unknownKey` for an unknown key.
  static func read(_ node: Node) throws(NestedFault) -> [FolderSettings]? {
    guard let mapping = node.mapping else { return nil }
    var folders: [FolderSettings] = []
    for (key, value) in mapping {
      guard let pattern = key.scalar?.string, !pattern.isEmpty, let content = value.mapping else {
        return nil
      }
      var folder = FolderSettings(pattern: pattern)
      for (key, value) in content {
        guard try take(key, value, into: &folder) else { return nil }
      }
      // Rank and text belong to an outlet, so a folder that sets one of them must name its outlet.
      guard folder.hints.source != nil || (folder.rank == nil && folder.text == nil) else {
        return nil
      }
      folders.append(folder)
    }
    return folders
  }

  private static func take(
    _ key: Node, _ value: Node, into folder: inout FolderSettings
  ) throws(NestedFault) -> Bool {
    let text = value.scalar?.string ?? ""
    switch key.scalar?.string {
    case "source":
      guard !text.isEmpty else { return false }
      folder.hints.source = text
    case "language":
      guard text.count >= 2 else { return false }
      folder.hints.language = text
    case "time_zone":
      guard FolderHints.isTimeZone(text) else { return false }
      folder.hints.timeZone = text
    case "rank":
      guard let rank = value.int, rank >= 1 else { return false }
      folder.rank = rank
    case "text":
      guard let extent = TextExtent(rawValue: text) else { return false }
      folder.text = extent
    case "window":
      guard let flag = value.bool else { return false }
      folder.hints.isWindow = flag
    case "keys":
      guard let mapping = value.mapping else { return false }
      for (key, path) in mapping {
        guard let name = key.scalar?.string, let place = path.scalar?.string, !place.isEmpty else {
          return false
        }
        guard FolderHints.keyNames.contains(name) else {
          throw .unknownKey(name, line: path.line, known: FolderHints.keyNames)
        }
        folder.hints.keys[name] = place
      }
    default:
      throw .unknownKey(key.shown, line: key.line, known: keys)
    }
    return true
  }
}
