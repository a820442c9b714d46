import NewsModel
import Yams

/// Pins from the text of `pins.yaml`.
public enum PinsReader {
  private static let keys = ["together", "apart", "lead", "titles"]

  /// Reads pins; an empty text gives none.
  ///
  /// - Throws: `SettingsError`, naming the line.
  public static func read(yaml: String, path: String) throws(SettingsError) -> Pins {
    var pins = Pins()
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw .notYAML(path: path, line: (error as? YamlError).flatMap(line) ?? 1, reason: "\(error)")
    }
    guard let root, root.null == nil else { return pins }
    guard let mapping = root.mapping else {
      throw .notYAML(path: path, line: 1, reason: "it is not a list of keys and values")
    }
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let line = key.mark?.line ?? 0
      func unusable(_ expected: String) -> SettingsError {
        .unusableValue(
          path: path, line: line, key: name, value: value.scalar?.string ?? "this",
          expected: expected)
      }
      if value.null != nil { continue }
      switch name {
      case "together", "apart":
        guard let lists = value.sequence?.map({ texts($0) }),
          lists.allSatisfy({ ($0?.count ?? 0) >= 2 })
        else { throw unusable("a list of lists, each of two or more articles") }
        if name == "together" {
          pins.together = lists.compactMap { $0 }
        } else {
          pins.apart = lists.compactMap { $0 }
        }
      case "lead":
        guard let articles = texts(value) else { throw unusable("a list of articles") }
        pins.lead = articles
      case "titles":
        guard let titles = value.mapping else { throw unusable("titles by article") }
        for (article, title) in titles {
          guard let article = article.scalar?.string, let title = title.scalar?.string,
            !title.isEmpty
          else { throw unusable("titles by article") }
          pins.titles.append(.init(article: article, title: title))
        }
      default:
        throw .unknownKey(
          path: path, line: line, key: name,
          nearest: SettingsReader.nearest(to: name, among: keys))
      }
    }
    return pins
  }

  private static func line(_ error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }
}
