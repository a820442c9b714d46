/// Reads what `ByteWriter` wrote. What is not there is damage, never a trap.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// Begins at the first of some bytes, which must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything is read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The bytes that are left.
  private var left: Int { bytes.count - offset }

  /// Reads a number.
  mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(PackingError) -> Number {
    guard left >= MemoryLayout<Number>.size else { throw .damaged }
    defer { offset += MemoryLayout<Number>.size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// Reads a number that counts something.
  ///
  /// - Parameter size: The least bytes that each of what is counted takes, so that no count asks
  ///   for more memory than there are bytes.
  /// - Throws: `PackingError.damaged`.
  /// - Returns: The number.
  mutating func count(of size: Int) throws(PackingError) -> Int {
    let count = Int(try number(UInt32.self))
    guard count <= left / max(1, size) else { throw .damaged }
    return count
  }

  /// Reads some numbers.
  mutating func numbers<Number: FixedWidthInteger>(
    _ count: Int, _ type: Number.Type = Number.self
  ) throws(PackingError) -> [Number] {
    let byteCount = count * MemoryLayout<Number>.size
    guard count >= 0, byteCount <= left else { throw .damaged }
    let start = bytes.baseAddress.map { $0 + offset }
    offset += byteCount
    return [Number](unsafeUninitializedCapacity: count) { numbers, initialised in
      if let start, byteCount > 0 {
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(start: start, count: byteCount))
      }
      #if _endian(big)
        for index in 0..<count { numbers[index] = Number(littleEndian: numbers[index]) }
      #endif
      initialised = count
    }
  }

  /// Reads a text.
  mutating func text() throws(PackingError) -> String {
    let count = try count(of: 1)
    let start = offset
    offset += count
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]), as: UTF8.self)
  }
}
