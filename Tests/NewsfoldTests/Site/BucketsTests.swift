import Foundation
import SyncDaemon
import Testing

@testable import newsfold

@Suite("Credentials of buckets")
struct BucketsTests {
  private let site: Site

  init() throws {
    let root = FileManager.default.temporaryDirectory.path + "/newsfold-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    site = Site(root: root)
  }

  private func settings(file: String?) -> Settings {
    var settings = Settings()
    settings.buckets = [BucketSettings(bucket: "harbour")]
    settings.buckets[0].credentialsFile = file
    return settings
  }

  private func write(_ text: String, mode: Int) throws {
    let path = site.root + "/keys"
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test("a file that only its owner and group can read is taken")
  func file() throws {
    let keys = "[default]\naws_access_key_id = K\naws_secret_access_key = S\n"
    for mode in [0o400, 0o600, 0o640] {
      try write(keys, mode: mode)
      try Buckets.check(settings(file: "keys"), of: site, environment: [:])
    }
    for mode in [0o604, 0o660, 0o644] {
      try write(keys, mode: mode)
      let error = #expect(throws: SettingsError.self) {
        try Buckets.check(settings(file: "keys"), of: site, environment: [:])
      }
      #expect("\(try #require(error))".contains("chmod 600"))
    }
  }

  @Test("a file that lacks something, or is not there, is an error that shows no secret")
  func lacking() throws {
    try write("[default]\naws_secret_access_key = SECRET7\n", mode: 0o600)
    for (file, words) in [("keys", "lacks a key id"), ("other", "no such file")] {
      let error = #expect(throws: SettingsError.self) {
        try Buckets.check(
          settings(file: file), of: site,
          environment: ["AWS_ACCESS_KEY_ID": "K", "AWS_SECRET_ACCESS_KEY": "S"])
      }
      let message = "\(try #require(error))"
      #expect(message.contains(words) && message.contains("credentials_file"))
      #expect(!message.contains("SECRET7"))
    }
  }

  @Test("without a file the environment has to have both")
  func environment() throws {
    #expect(throws: SettingsError.self) {
      try Buckets.check(
        settings(file: nil), of: site, environment: ["AWS_ACCESS_KEY_ID": "K"])
    }
    try Buckets.check(
      settings(file: nil), of: site,
      environment: ["AWS_ACCESS_KEY_ID": "K", "AWS_SECRET_ACCESS_KEY": "S"])
  }
}
