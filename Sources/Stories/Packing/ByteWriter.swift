/// Writes numbers and texts as bytes, the lowest byte of a number first.
struct ByteWriter {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []

  /// Adds a number.
  mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a number that counts something.
  mutating func put(count: Int) { put(UInt32(clamping: count)) }

  /// Adds numbers, without their count.
  mutating func put<Number: FixedWidthInteger>(_ numbers: some Collection<Number>) {
    #if _endian(little)
      // As they lie in memory, which is ten times as fast as one by one.
      let isDone: Void? = numbers.withContiguousStorageIfAvailable {
        bytes.append(contentsOf: UnsafeRawBufferPointer($0))
      }
      if isDone != nil { return }
    #endif
    for number in numbers { put(number) }
  }

  /// Adds a text after its length.
  mutating func put(_ text: String) {
    put(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}
