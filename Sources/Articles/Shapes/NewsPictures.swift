/// Finds the pictures that ninjs associates with an item: of the renditions of each the largest
/// that is of use.
enum NewsPictures {
  /// The largest useful width: twice that of a column of text on a large screen.
  private static let widthLimit = 2_560
  /// A report has some ten; a thousand is a bomb.
  private static let limit = 100

  /// Adds the pictures of an item to its fields.
  ///
  /// - Parameters:
  ///   - object: The item's fields under plain names.
  ///   - value: The item as it stands in the file.
  /// - Returns: The fields with the pictures.
  static func added(to object: FieldValue, of value: FieldValue) -> FieldValue {
    guard case .object(var fields) = object, let associations = value["associations"] else {
      return object
    }
    let pictures = members(of: associations).prefix(limit).compactMap(picture)
    guard !pictures.isEmpty else { return object }
    fields.removeAll { FieldNames.folded($0.key) == "image" }
    fields.append(.init(key: "image", value: .array(pictures)))
    return .object(fields)
  }

  /// The members of a list, or the values of an object's keys: ninjs 1.x has objects where 2.x has
  /// lists.
  private static func members(of value: FieldValue) -> [FieldValue] {
    if case .object(let fields) = value { return fields.map(\.value) }
    return value.members
  }

  private static func picture(_ association: FieldValue) -> FieldValue? {
    let type = association["type"]?.text?.lowercased() ?? "picture"
    guard ["picture", "photo", "graphic", "image"].contains(type) else { return nil }
    let renditions = association["renditions"].map(members) ?? []
    let images = renditions.prefix(limit).filter { rendition in
      guard let address = rendition["href"]?.text else { return false }
      let stated = rendition.first(of: ["contenttype", "contentType", "mimetype"])?.text
      return (stated ?? MediaFileType.guess(from: address) ?? "image/").hasPrefix("image/")
    }
    let fitting = images.filter { width(of: $0) <= widthLimit }
    let best =
      fitting.max { width(of: $0) < width(of: $1) }
      ?? images.min { width(of: $0) < width(of: $1) }
    guard let best, let address = best["href"] else { return nil }
    var fields = [FieldValue.Field(key: "url", value: address)]
    for key in ["width", "height"] {
      if let size = best[key] { fields.append(.init(key: key, value: size)) }
    }
    let caption =
      association.first(of: ["description_text", "headline"])
      ?? association["descriptions"]?.members.first?["value"]
    if let caption { fields.append(.init(key: "caption", value: caption)) }
    if let credit = association.first(of: ["byline", "by"]) {
      fields.append(.init(key: "credit", value: credit))
    }
    return .object(fields)
  }

  private static func width(of rendition: FieldValue) -> Int {
    rendition["width"]?.text.flatMap { Int($0) } ?? 0
  }
}
