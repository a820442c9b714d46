import Testing

@testable import SyncDaemon

@Suite("PublishReader")
struct PublishReaderTests {
  private static func read(_ yaml: String) throws -> Settings {
    try SettingsReader.read(yaml: "title: x\n" + yaml, path: "newsfold.yaml")
  }

  @Test("buckets are read in their order, with every key and with the name alone")
  func reads() throws {
    let settings = try Self.read(
      """
      publish:
        - s3: { bucket: harbour-news, prefix: /desk//news/, endpoint: "http://127.0.0.1:9000",
                region: auto, path_style: false, credentials_file: s3.credentials }
        - s3:
            bucket: harbour.example
      """)
    var first = BucketSettings(bucket: "harbour-news")
    (first.prefix, first.endpoint, first.region) = ("desk/news", "http://127.0.0.1:9000", "auto")
    (first.isPathStyle, first.credentialsFile) = (false, "s3.credentials")

    #expect(settings.buckets == [first, BucketSettings(bucket: "harbour.example")])
    #expect(try Self.read("publish: []").buckets.isEmpty)
  }

  @Test(
    "what is wrong is named, with its line and what could stand there",
    arguments: [
      ("publish: s3", "\"publish\" cannot be \"s3\"", 2),
      ("publish:\n  - ftp: { bucket: abc }", "unknown key \"ftp\"", 3),
      ("publish:\n  - s3: { buket: abc }", "Did you mean \"bucket\"?", 3),
      ("publish:\n  - s3: {}", "Give a bucket", 3),
      ("publish:\n  - {}", "Give s3: { bucket", 3),
      ("publish:\n  - s3: abc", "Give a mapping with bucket", 3),
      ("publish:\n  - s3: { bucket: Harbour }", "\"publish.s3.bucket\" cannot be \"Harbour\"", 3),
      ("publish:\n  - s3: { bucket: a..b }", "a-z, 0-9", 3),
      ("publish:\n  - s3:\n      bucket: abc\n      prefix: ../x", "without . and ..", 5),
      ("publish:\n  - s3: { bucket: abc, endpoint: s3.example }", "absolute http or https", 3),
      ("publish:\n  - s3: { bucket: abc, endpoint: \"http://a:b@h\" }", "absolute http", 3),
      ("publish:\n  - s3: { bucket: abc, region: \"\" }", "a region such as", 3),
      ("publish:\n  - s3: { bucket: abc, path_style: maybe }", "true or false", 3),
      ("publish:\n  - s3: { bucket: abc, credentials_file: [] }", "Give a path", 3),
      ("publish:\n  - s3: { bucket: abc }\n  - s3: { bucket: abc }", "each place once", 4),
    ])
  func refuses(_ yaml: String, _ words: String, _ line: Int) throws {
    let error = #expect(throws: SettingsError.self) { try Self.read(yaml) }
    let message = "\(try #require(error))"

    #expect(message.contains(words), "\(message)")
    #expect(message.contains("newsfold.yaml:\(line):"), "\(message)")
  }
}
