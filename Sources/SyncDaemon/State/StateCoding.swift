import FoundationEssentials
import NewsModel

/// Encodes and decodes state as JSON: keys sorted, dates in RFC 3339 with milliseconds.
enum StateCoding {
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(Timestamp.rfc3339(date))
    }
    return encoder
  }

  static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      guard let date = Timestamp.rfc3339(text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date: \(text)")
      }
      return date
    }
    return decoder
  }
}
