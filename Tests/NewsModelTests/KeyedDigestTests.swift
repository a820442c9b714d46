import NewsModel
import Testing

@Suite("Digests under a key, and MD5")
struct KeyedDigestTests {
  @Test("RFC 4231, test cases 1, 2 and 6: keys of 20, 4 and 131 bytes")
  func keyed() {
    #expect(
      ContentDigest("Hi There", key: Array(repeating: 0x0B, count: 20)).hex
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      ContentDigest("what do ya want for nothing?", key: Array("Jefe".utf8)).hex
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      ContentDigest(
        "Test Using Larger Than Block-Size Key - Hash Key First",
        key: Array(repeating: 0xAA, count: 131)
      ).hex == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test("RFC 1321, appendix A.5")
  func md5() {
    #expect(MD5Digest([]).hex == "d41d8cd98f00b204e9800998ecf8427e")
    #expect(MD5Digest(Array("message digest".utf8)).hex == "f96b697d7cb7938d525a2f31aaf161d0")
  }
}
