import CDeflate

/// The gzip coding of documents (RFC 1952), the same bytes for the same input.
///
/// The header carries no time and no file name. Two versions of libdeflate may compress the same
/// input to different bytes; so an entity tag must be a digest of the compressed bytes, not of the
/// document.
public enum Gzip {
  /// Compresses bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes to compress.
  ///   - level: 1 (fast) to 12 (small). 6 takes half of the time of zlib's 6 for as many bytes: 2.1
  ///     against 3.0 ms for a feed of 100 entries and 181 kB, 30.0 against 31.2 kB; on the sample
  ///     site's feed 1.4 % more (2026-11-22, libdeflate 1.14, zlib 1.2.13). 5 saves a tenth of
  ///     that, 8 costs half again and saves 0.3 to 2 % of bytes.
  /// - Returns: One gzip member, or nil if there is no memory for it.
  public static func compressed(_ bytes: [UInt8], level: Int = 6) -> [UInt8]? {
    precondition((1...12).contains(level), "a gzip level is 1 to 12")
    guard let compressor = libdeflate_alloc_compressor(Int32(level)) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    // Not in the result's own array, which would keep the room of the uncompressed bytes for as
    // long as it lives.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bound) { buffer in
      let count = bytes.withUnsafeBytes { input in
        libdeflate_gzip_compress(
          compressor, input.baseAddress, input.count, buffer.baseAddress, buffer.count)
      }
      // 0 says that the bound did not suffice.
      return count == 0 ? nil : Array(buffer[..<count])
    }
  }

  /// Decompresses one gzip member.
  ///
  /// - Parameters:
  ///   - bytes: The member; anything after it is refused.
  ///   - limit: The largest result accepted, against decompression bombs.
  /// - Returns: The decompressed bytes; nil if the member is damaged or holds more than `limit`.
  public static func decompressed(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard let (_, length) = trailer(of: bytes), Int(length) <= limit,
      let decompressor = libdeflate_alloc_decompressor()
    else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isDone = false
    let output = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      bytes.withUnsafeBytes { input in
        var consumed = 0
        let result = libdeflate_gzip_decompress_ex(
          decompressor, input.baseAddress, input.count, buffer.baseAddress, Int(length), &consumed,
          &count)
        isDone =
          result == LIBDEFLATE_SUCCESS && consumed == input.count && count == Int(length)
      }
    }
    return isDone ? output : nil
  }

  /// Tells whether a gzip member was made of these bytes, from its trailer (RFC 1952 §2.3.1: CRC-32
  /// and length).
  ///
  /// A coded file beside a document can be a moment older than the document; this finds out without
  /// inflating.
  ///
  /// - Parameters:
  ///   - member: The coded bytes.
  ///   - bytes: What they should decode to.
  /// - Returns: Whether both checks of the trailer hold.
  public static func isMember(_ member: [UInt8], of bytes: [UInt8]) -> Bool {
    guard let (crc, length) = trailer(of: member),
      length == UInt32(truncatingIfNeeded: bytes.count)
    else { return false }
    return bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) } == crc
  }

  /// The CRC-32 and the length modulo 2^32 that a member states; nil if it is no member.
  private static func trailer(of member: [UInt8]) -> (crc: UInt32, length: UInt32)? {
    // 18 bytes: the shortest header and the trailer.
    guard member.count >= 18, member.starts(with: [0x1f, 0x8b, 8]) else { return nil }
    let words = member.suffix(8).map { UInt32($0) }
    return (
      words[0] | words[1] << 8 | words[2] << 16 | words[3] << 24,
      words[4] | words[5] << 8 | words[6] << 16 | words[7] << 24
    )
  }
}
