import Articles
import FoundationEssentials
import NewsModel
import Yams

/// Reads the `folders` mapping of the settings.
enum FoldersReader {
  private static let keys = ["source", "language", "time_zone", "rank", "text", "keys", "window"]

  /// Reads the folders, in the order in which they are written.
  ///
  /// - Returns: Nil if this is no mapping.
  /// - Throws: `NestedFault` if one of them is wrong.
  static func read(_ node: Node) throws(NestedFault) -> [FolderSettings]? {
    guard let mapping = node.mapping else { return nil }
    var folders: [FolderSettings] = []
    for (key, value) in mapping {
      guard let pattern = key.scalar?.string, !pattern.isEmpty else {
        throw NestedFault("folders", key, expected: "a pattern of paths, such as wire/**")
      }
      let path = "folders.\(pattern)"
      guard let entries = try value.entries(keys) else {
        throw NestedFault(path, value, expected: "a mapping of \(keys.joined(separator: ", "))")
      }
      var folder = FolderSettings(pattern: pattern)
      for (key, value) in entries { try apply(key, value, path, into: &folder) }
      if folder.hints.source == nil,
        let lost = entries.first(where: { ["rank", "text"].contains($0.key) })
      {
        throw NestedFault(
          "\(path).\(lost.key)", lost.value,
          expected: "a source beside it: rank and text are those of an outlet")
      }
      folders.append(folder)
    }
    return folders
  }

  private static func apply(
    _ key: String, _ value: Node, _ path: String, into folder: inout FolderSettings
  ) throws(NestedFault) {
    let text = value.scalar?.string ?? ""
    func fault(_ expected: String) -> NestedFault {
      NestedFault("\(path).\(key)", value, expected: expected)
    }
    switch key {
    case "source":
      guard !text.isEmpty else { throw fault("the name of an outlet") }
      folder.hints.source = text
    case "language":
      guard text.count >= 2 else { throw fault("a language tag such as en or pt-BR") }
      folder.hints.language = text
    case "time_zone":
      guard FolderHints.isTimeZone(text) else {
        throw fault("an IANA name such as Europe/Berlin")
      }
      folder.hints.timeZone = text
    case "rank":
      guard let rank = value.int, rank >= 1 else { throw fault("a number, 1 or more; 1 leads") }
      folder.rank = rank
    case "text":
      guard let extent = TextExtent(rawValue: text) else {
        throw fault("full, extract or headline")
      }
      folder.text = extent
    case "window":
      guard let flag = value.bool else { throw fault("true or false") }
      folder.hints.isWindow = flag
    default:
      guard let entries = try value.entries(FolderHints.keyNames) else {
        throw fault("a mapping from \(FolderHints.keyNames.joined(separator: ", ")) to keys")
      }
      for (name, place) in entries {
        guard let text = place.scalar?.string, !text.isEmpty else {
          throw NestedFault("\(path).keys.\(name)", place, expected: "a key such as meta.date")
        }
        folder.hints.keys[name] = text
      }
    }
  }
}
