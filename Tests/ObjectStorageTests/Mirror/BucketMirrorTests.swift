import Feeds
import FoundationEssentials
import NewsModel
import Synchronization
import Testing

@testable import ObjectStorage

@Suite("BucketMirror")
struct BucketMirrorTests {
  private let site: MirroredSite

  init() throws {
    site = try MirroredSite()
  }

  private static let first: [String: String?] = [
    "assets/style.css": "p {}", "stories/a/index.html": "A", "stories/ä b+c/index.html": "B",
    "index.html": "all", "atom.xml": "stories/a/index.html\nstories/ä b+c/index.html",
  ]

  @Test("a first run makes the bucket as public/, pages before the feed, each with its fields")
  func first() async throws {
    let publication = try site.write(Self.first, number: 1)
    // Neither a hidden nor a temporary file nor a gzip form is published.
    for name in ["atom.xml.gz", ".index.html.newsfold-tmp", ".well/x"] {
      _ = try site.write([name: "x"], number: 1)
    }
    let bucket = FakeBucket(.init(page: 2))
    try await bucket.serve(prefix: "a/b") { [site] location in
      let mirror = site.mirror(of: location)
      await mirror.recall(number: 0)
      await mirror.publish(publication)
      try await mirror.finish()

      let found = bucket.objects
      #expect(found.mapValues(\.text) == Self.first.compactMapValues { $0 }.prefixed("a/b/"))
      let page = try #require(found["a/b/stories/a/index.html"]).fields
      #expect(page["content-type"] == "text/html; charset=utf-8")
      #expect(page["cache-control"] == "public, max-age=300")
      #expect(page["x-amz-meta-newsfold-sha256"] == ContentDigest("A").hex)
      #expect(page["x-amz-meta-newsfold-seq"] == "1" && page["x-amz-meta-newsfold-epoch"] == "0")
      let shared = try #require(found["a/b/assets/style.css"]).fields
      #expect(shared["cache-control"] == "public, max-age=86400")
      let puts = bucket.asked.filter { $0.hasPrefix("PUT") }
      #expect(puts.last == "PUT a/b/atom.xml")
      let standing = await mirror.standing
      #expect(standing.isComplete && standing.waiting == 0 && standing.problem == nil)
      #expect(standing.honoursConditions == true && standing.keepsMetadata == true)
    }
  }

  @Test("a bucket that was complete at the last publication is not asked again")
  func remembers() async throws {
    let publication = try site.write(Self.first, number: 4)
    let bucket = FakeBucket()
    try await bucket.serve { [site] location in
      _ = try await site.filled(location, with: publication)
      let count = bucket.asked.count

      try await site.mirror(of: location, number: 4).finish()
      #expect(bucket.asked.count == count)

      // Another number: somebody published without telling it. Nothing differs, nothing is stored.
      try await site.mirror(of: location, number: 5).finish()
      let asked = bucket.asked.dropFirst(count)
      #expect(
        asked.contains("GET ") && !asked.contains { $0.hasPrefix("PUT ") && !$0.hasSuffix("probe") }
      )
    }
  }

  @Test("a changed ttl stores every object again, since its fields are others")
  func conduct() async throws {
    let publication = try site.write(Self.first, number: 1)
    let bucket = FakeBucket()
    try await bucket.serve { [site] location in
      _ = try await site.filled(location, with: publication)
      try await site.mirror(of: location, number: 1, maxAge: 60).finish()

      #expect(bucket.objects["atom.xml"]?.fields["cache-control"] == "public, max-age=60")
    }
  }

  @Test("what is too much is removed, but for what newsfold did not write")
  func surplus() async throws {
    let publication = try site.write(Self.first, number: 1)
    let bucket = FakeBucket()
    bucket.set("old.html", "x", fields: ["x-amz-meta-newsfold-sha256": ContentDigest("x").hex])
    bucket.set("holiday.jpg", "x")
    bucket.set("folder/", "")
    try await bucket.serve { [site] location in
      let mirror = try await site.filled(location, with: publication)

      #expect(bucket.objects["old.html"] == nil)
      #expect(bucket.objects["holiday.jpg"] != nil && bucket.objects["folder/"] != nil)
      let standing = await mirror.standing
      #expect(standing.foreign == 1 && standing.isComplete)
    }
  }

  @Test("a public/ without its feed empties no bucket, nor does one that cannot be read")
  func lostDirectory() async throws {
    let publication = try site.write(Self.first, number: 1)
    let bucket = FakeBucket()
    try await bucket.serve { [site] location in
      _ = try await site.filled(location, with: publication)
      let before = bucket.objects
      _ = try site.write(["atom.xml": nil, "stories/a/index.html": nil], number: 1)

      try await site.mirror(of: location, number: 2).finish()

      #expect(bucket.objects == before)
    }
  }

  @Test("of two writers the one that is behind steps down; it is said with what to do")
  func outrun() async throws {
    let publication = try site.write(Self.first, number: 1)
    let bucket = FakeBucket()
    try await bucket.serve { [site] location in
      let mirror = try await site.filled(location, with: publication)
      // Another machine publishes meanwhile.
      bucket.set(
        "atom.xml", "stories/a/index.html",
        fields: ["x-amz-meta-newsfold-seq": "9", "x-amz-meta-newsfold-sha256": "0"])
      let next = try site.write(["atom.xml": "", "stories/c/index.html": "C"], number: 2)
      await mirror.publish(next)

      let error = await #expect(throws: BucketError.self) { try await mirror.finish() }
      #expect("\(try #require(error))".contains("Another newsfold publishes there"))
      #expect(bucket.objects["atom.xml"]?.text == "stories/a/index.html")
      let standing = await mirror.standing
      #expect(!standing.isComplete && standing.problem?.contains("prefix of its own") == true)

      let count = bucket.asked.count
      await mirror.publish(next)
      try await mirror.finish()
      #expect(bucket.asked.count == count)
    }
  }

  @Test("an object of an older publication is written over; own bytes are left")
  func conflicts() async throws {
    let publication = try site.write(Self.first, number: 5)
    let bucket = FakeBucket()
    try await bucket.serve { [site] location in
      let mirror = try await site.filled(location, with: publication)
      for (other, sequence, own) in [("older", "3", "new"), ("own", "6", "own")] {
        bucket.set(
          "atom.xml", other,
          fields: [
            "x-amz-meta-newsfold-seq": sequence,
            "x-amz-meta-newsfold-sha256": ContentDigest(other).hex,
          ])
        let puts = bucket.asked.filter { $0 == "PUT atom.xml" }.count
        await mirror.publish(try site.write(["atom.xml": own], number: 6))
        try await mirror.finish()

        #expect(bucket.objects["atom.xml"]?.text == own)
        // One try meets the condition; a second one only where the bytes are others.
        let tries = bucket.asked.filter { $0 == "PUT atom.xml" }.count - puts
        #expect(tries == (own == other ? 1 : 2))
      }
    }
  }

  @Test("an object that went meanwhile is stored again")
  func gone() async throws {
    let bucket = FakeBucket()
    let publication = try site.write(Self.first, number: 1)
    try await bucket.serve { [site] location in
      let mirror = try await site.filled(location, with: publication)
      bucket.objects["index.html"] = nil
      await mirror.publish(try site.write(["index.html": "new"], number: 2))
      try await mirror.finish()
      #expect(bucket.objects["index.html"]?.text == "new")
    }
  }

  @Test("one object that a server does not want stops no other, and is said")
  func refused() async throws {
    let publication = try site.write(Self.first, number: 1)
    let bucket = FakeBucket()
    bucket.behave {
      $0.verdict = { method, key in
        method == "PUT" && key.contains("stories/a") ? (400, "KeyTooLongError") : nil
      }
    }
    try await bucket.serve { [site] location in
      let mirror = site.mirror(of: location, number: 0)
      await mirror.publish(publication)

      await #expect(throws: BucketError.self) { try await mirror.finish() }
      #expect(
        Set(bucket.objects.keys) == Set(Self.first.keys).subtracting(["stories/a/index.html"]))
      let standing = await mirror.standing
      #expect(!standing.isComplete && standing.problem?.contains("KeyTooLongError") == true)
    }
  }

  @Test(
    "a single run that cannot write says which bucket and why, and no secret",
    arguments: [(403, "AccessDenied"), (404, "NoSuchBucket"), (301, "PermanentRedirect")])
  func givesUp(_ status: Int, _ code: String) async throws {
    let publication = try site.write(Self.first, number: 1)
    let bucket = FakeBucket()
    bucket.behave { $0.verdict = { _, _ in (status, code) } }
    try await bucket.serve { [site] location in
      let mirror = site.mirror(of: location, number: 0)
      await mirror.publish(publication)
      let error = await #expect(throws: BucketError.self) { try await mirror.finish() }
      let words = "\(try #require(error))"

      #expect(words.contains("s3://news/") && words.contains("\(status) \(code)"))
      #expect(!words.contains("KEY") && !words.contains("SECRET"))
    }
  }

  @Test("a publication is noted at once, however slow the server is")
  func slow() async throws {
    let bucket = FakeBucket()
    let (stream, gate) = AsyncStream<Void>.makeStream()
    bucket.behave {
      $0.before = { _, key in if key == "index.html" { for await _ in stream {} } }
    }
    let publications = try (1...20).map { number in
      try site.write(["index.html": "\(number)", "atom.xml": ""], number: number)
    }
    let (whole, isWhole) = AsyncStream<Void>.makeStream()
    try await bucket.serve { [site] location in
      let mirror = site.mirror(of: location, number: 0, onComplete: { isWhole.yield() })
      await withTaskGroup { group in
        group.addTask { await mirror.follow() }
        // All are taken while the first upload of the page hangs.
        for publication in publications { await mirror.publish(publication) }
        gate.finish()
        for await _ in whole where bucket.objects["index.html"]?.text == "20" { break }
        group.cancelAll()
      }
      // Twenty versions waited for one place: not each was uploaded.
      #expect(bucket.asked.filter { $0 == "PUT index.html" }.count < 5)
    }
  }

  @Test("a backlog beyond its bound becomes a look, and feeds are told once they are there")
  func backlog() async throws {
    let bucket = FakeBucket()
    let told = Mutex<[String]>([])
    let publications = try (1...30).map { number in
      try site.write(
        ["stories/\(number)/index.html": String(repeating: "x", count: 100), "atom.xml": ""],
        number: number)
    }
    try await bucket.serve { [site] location in
      let mirror = site.mirror(of: location, number: 0, queueLimit: 1_000) { feeds in
        told.withLock { $0 += feeds.map { bucket.objects[$0.path]?.text ?? "not there" } }
      }
      for publication in publications { await mirror.publish(publication) }
      try await mirror.finish()
      #expect(bucket.objects.count == 31)
      #expect(!told.withLock { $0 }.isEmpty && !told.withLock { $0 }.contains("not there"))
    }
  }
}

extension [String: String] {
  fileprivate func prefixed(_ prefix: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: map { (prefix + $0.key, $0.value) })
  }
}
