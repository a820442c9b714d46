/// The features that other languages are asked for, as bytes.
extension PivotFeatures {
  /// Adds them to bytes.
  func pack(into writer: inout ByteWriter) {
    writer.put(UInt8(keys.count))
    writer.put(keys)
    writer.put(weights)
    writer.put(UInt8(signature.count))
    // Its terms have the same weight and are found everywhere: what differs is where they stand
    // among the keys.
    writer.put(signature.map { term in UInt8(keys.firstIndex(of: term.key) ?? 0) })
  }

  /// Reads packed features.
  init(_ reader: inout ByteReader) throws(PackingError) {
    let count = Int(try reader.number(UInt8.self))
    let keys = try reader.numbers(count, UInt32.self)
    let weights = try reader.numbers(count, UInt16.self)
    let places = try reader.numbers(Int(try reader.number(UInt8.self)), UInt8.self)
    guard places.allSatisfy({ $0 < keys.count }) else { throw .damaged }
    self.init(keys: keys, weights: weights, heaviest: places.map { keys[Int($0)] })
  }
}
