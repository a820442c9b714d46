import NewsModel
import SeededRandom
import Testing

@Suite("ContentDigest")
struct ContentDigestTests {
  @Test(
    "agrees with the examples of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(ContentDigest(text).hex == digest)
  }

  @Test("agrees with the long example of FIPS 180-4: a million times the letter a")
  func longVector() {
    let digest = ContentDigest(String(repeating: "a", count: 1_000_000)).hex

    #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("bytes that come in parts have the digest of the whole", arguments: 0..<20)
  func parts(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let bytes = (0..<1_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    var running = RunningDigest()
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int.random(in: 0..<150, using: &numbers))
      running.update(part)
      #expect(running.digest == ContentDigest(Array(bytes[..<part.endIndex])), "seed \(seed)")
      rest = rest[part.endIndex...]
    }

    #expect(running.digest == ContentDigest(bytes), "seed \(seed)")
  }
}
