/// Decodes scalars of text that is known to be UTF-8.
enum UTF8Scalars {
  /// The scalar at an index, which moves past it.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(bytes[index])
    func tail(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0
    }
    let value: UInt32
    let length: Int
    switch first {
    case 0..<0x80: (value, length) = (first, 1)
    case 0x80..<0xE0: (value, length) = ((first & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0: (value, length) = ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: (value, length) = ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
    index = min(index + length, bytes.count)
    return value
  }

  /// All scalars of a text.
  static func all(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count { scalars.append(decode(bytes, &index)) }
    return scalars
  }
}
