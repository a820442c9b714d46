import NewsModel
import Yams

/// Reads pins from the text of `pins.yaml`.
public enum PinsReader {
  private static let keys = PinsSection.allCases.map(\.rawValue)

  /// Reads pins; an empty text gives none.
  ///
  /// - Throws: `SettingsError`, naming the line.
  public static func read(yaml: String, path: String) throws(SettingsError) -> Pins {
    var pins = Pins()
    for (key, value) in try YAMLText.mapping(of: yaml, path: path) ?? [:] {
      guard let section = key.scalar.flatMap({ PinsSection(rawValue: $0.string) }) else {
        throw .unknownKey(
          path: path, line: key.line, key: key.shown,
          nearest: NearestName.of(key.shown, among: keys))
      }
      func unusable(_ node: Node, _ expected: String) -> SettingsError {
        .unusableValue(
          path: path, line: node.line > 0 ? node.line : key.line, key: section.rawValue,
          value: node.shown, expected: expected)
      }
      if value.null != nil { continue }
      switch section {
      case .together, .apart:
        let expected = "a list of lists, each of two or more articles"
        guard let sequence = value.sequence else { throw unusable(value, expected) }
        var lists: [[String]] = []
        for item in sequence {
          guard item.sequence != nil, let list = texts(item), list.count >= 2 else {
            throw unusable(item, expected)
          }
          lists.append(list)
        }
        if section == .together { pins.together = lists } else { pins.apart = lists }
      case .lead:
        guard let articles = texts(value) else { throw unusable(value, "a list of articles") }
        pins.lead = articles
      case .titles:
        guard let titles = value.mapping else { throw unusable(value, "titles by article") }
        for (article, title) in titles {
          guard let name = article.scalar?.string, let text = title.scalar?.string, !text.isEmpty
          else { throw unusable(title, "a title for each article") }
          pins.titles.append(.init(article: name, title: text))
        }
      }
    }
    return pins
  }
}
