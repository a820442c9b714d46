/// The commented `newsfold.yaml` that `newsfold init` writes.
public enum SettingsTemplate {
  /// The text: every key with its default and a comment, all but the ids commented out.
  ///
  /// The ids are written out because they must never change by themselves.
  ///
  /// - Parameters:
  ///   - title: The site's title.
  ///   - idAuthority: The authority of its ids.
  ///   - idDate: The date of its ids, `YYYY-MM-DD`.
  /// - Returns: YAML.
  public static func text(title: String, idAuthority: String, idDate: String) -> String {
    var lines = ["# Settings of this newsfold site. Every key has a default: an empty file works."]
    let written = ["title": quoted(title), "id_authority": idAuthority, "id_date": idDate]
    for key in SettingKey.all {
      lines.append("")
      lines.append("# \(key.comment)")
      if let value = written[key.name] {
        lines.append("\(key.name): \(value)")
      } else {
        lines.append("#\(key.name): \(key.example)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
