import Compression
import Testing

@Suite("Gzip")
struct GzipTests {
  @Test("what it compresses comes back", arguments: [0, 1, 17, 1_000, 65_536, 300_000])
  func roundTrip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }

    let member = try #require(Gzip.compressed(bytes))

    #expect(Gzip.decompressed(member, limit: count) == bytes)
    #expect(Gzip.isMember(member, of: bytes))
  }

  @Test("the same input gives the same bytes, with no time in the header")
  func deterministic() throws {
    let bytes = Array("an entry, an entry, an entry".utf8)

    let first = try #require(Gzip.compressed(bytes))

    #expect(first == Gzip.compressed(bytes))
    #expect(Array(first[4..<8]) == [0, 0, 0, 0])
  }

  @Test("a member of other bytes of the same length is found out")
  func foreignMember() throws {
    let member = try #require(Gzip.compressed(Array("old words".utf8)))

    #expect(!Gzip.isMember(member, of: Array("new words".utf8)))
    #expect(!Gzip.isMember(Array(member.dropLast(3)), of: Array("old words".utf8)))
    #expect(!Gzip.isMember([], of: []))
  }

  @Test("a member that holds more than the limit, is cut, or has a tail is refused")
  func refused() throws {
    let bytes = [UInt8](repeating: 65, count: 1_000_000)
    let member = try #require(Gzip.compressed(bytes))

    #expect(Gzip.decompressed(member, limit: 999_999) == nil)
    #expect(Gzip.decompressed(Array(member.dropLast()), limit: 2_000_000) == nil)
    #expect(Gzip.decompressed(member + [0], limit: 2_000_000) == nil)
  }
}
