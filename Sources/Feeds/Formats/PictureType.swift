import NewsModel

/// Finds the media type of a picture.
enum PictureType {
  /// The stated type, else the one registered for the ending of the address; nil if neither is
  /// there.
  static func of(_ picture: Picture) -> String? {
    if let type = picture.mediaType.flatMap(MediaTypeName.normalized), type.hasPrefix("image/") {
      return type
    }
    let path = picture.url.prefix { $0 != "?" && $0 != "#" }
    // A name without a dot has no ending.
    let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
    guard parts.count > 1 else { return nil }
    return switch parts[parts.count - 1].lowercased() {
    case "jpg", "jpeg": "image/jpeg"
    case "png": "image/png"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "svg": "image/svg+xml"
    default: nil
    }
  }
}
