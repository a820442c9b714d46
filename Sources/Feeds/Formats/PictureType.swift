import NewsModel

/// The media type of a picture.
enum PictureType {
  /// The type that is stated, else the one that the address's ending is registered for; nil if neither says.
  static func of(_ picture: Picture) -> String? {
    if let type = picture.mediaType.flatMap(MediaTypeName.normalized), type.hasPrefix("image/") {
      return type
    }
    let path = picture.url.prefix { $0 != "?" && $0 != "#" }
    // A name without a dot has no ending, whatever it is called.
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
