/// Who made a picture, as captions say it.
enum PictureCredit {
  /// `… Photo: Ann Ames/Agency` and `… (Image: Agency)` name Ann Ames/Agency and Agency.
  static func inside(_ caption: String) -> String? {
    guard let match = caption.firstMatch(of: pattern) else { return nil }
    let name = String(match.1).trimmingWhitespace()
    return name.isEmpty || name.count > 80 ? nil : name
  }

  /// The caption without it.
  static func removed(from caption: String) -> String {
    guard let match = caption.firstMatch(of: pattern) else { return caption }
    return caption.replacingCharacters(in: match.range).trimmingWhitespace()
  }

  // A regex holds no state, but is not Sendable: made anew for each use.
  private static var pattern: Regex<(Substring, Substring)> {
    #/[\s(\[]*(?:Photo(?:graph)?|Image|Picture|Credit|Foto|Bild)(?: by| credit)?\s*:\s*([^()\[\]]+?)[)\]]?\s*$/#
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
