import Testing
import WebClient

@testable import ObjectStorage

/// The way to the fake bucket.
enum WebClientOfTests {
  private static let web = WebClient(BucketClient.limits)

  static let client: BucketClient.Send = { request throws(WebClientError) in
    try await web.send(request)
  }

  static func credentials() throws -> BucketCredentials {
    try #require(BucketCredentials(accessKey: "KEY", secret: "SECRET"))
  }
}
