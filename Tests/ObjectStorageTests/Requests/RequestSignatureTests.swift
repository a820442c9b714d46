import FoundationEssentials
import NewsModel
import Testing
import WebClient

@testable import ObjectStorage

/// The examples that AWS publishes: "Authenticating Requests: Using the Authorization Header" of
/// the S3 API reference, and the suite of Signature Version 4.
@Suite("RequestSignature")
struct RequestSignatureTests {
  private static let day = Date(timeIntervalSince1970: 1_369_353_600)  // 2013-05-24

  private static func signature(
    _ request: RequestSignature.Request, secret: String, key: String, service: String, at date: Date
  ) throws -> String {
    let credentials = try #require(BucketCredentials(accessKey: key, secret: secret))
    let headers = RequestSignature(
      credentials: credentials, region: "us-east-1", service: service
    ).signed(request, at: date)
    let value = try #require(headers.first { $0.name == "Authorization" }?.value)
    return String(try #require(value.split(separator: "Signature=").last))
  }

  private static func ofStorage(_ request: RequestSignature.Request) throws -> String {
    try signature(
      request, secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", key: "AKIAIOSFODNN7EXAMPLE",
      service: "s3", at: day)
  }

  private static func request(
    _ method: String, _ path: String, _ query: [(name: String, value: String)] = [],
    _ headers: [WebHeader] = [], body: String = ""
  ) -> RequestSignature.Request {
    RequestSignature.Request(
      method: method, host: "examplebucket.s3.amazonaws.com", path: path, query: query,
      headers: headers, payload: ContentDigest(body))
  }

  @Test("an object is fetched, with a range")
  func get() throws {
    let request = Self.request("GET", "/test.txt", [], [WebHeader("Range", "bytes=0-9")])

    #expect(
      try Self.ofStorage(request)
        == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
  }

  @Test("an object is stored whose key needs coding")
  func put() throws {
    let request = Self.request(
      "PUT", "/" + PercentCoding.coded(value: "test$file.text", keepsSlash: true), [],
      [
        WebHeader("Date", "Fri, 24 May 2013 00:00:00 GMT"),
        WebHeader("x-amz-storage-class", "REDUCED_REDUNDANCY"),
      ], body: "Welcome to Amazon S3.")

    #expect(
      try Self.ofStorage(request)
        == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
  }

  @Test("a query without a value, and one whose names are sorted")
  func queries() throws {
    #expect(
      try Self.ofStorage(Self.request("GET", "/", [("lifecycle", "")]))
        == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
    #expect(
      try Self.ofStorage(Self.request("GET", "/", [("prefix", "J"), ("max-keys", "2")]))
        == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
  }

  @Test("get-vanilla of the suite")
  func vanilla() throws {
    let request = RequestSignature.Request(
      method: "GET", host: "example.amazonaws.com", path: "/")

    #expect(
      try Self.signature(
        request, secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", key: "AKIDEXAMPLE",
        service: "service", at: Date(timeIntervalSince1970: 1_440_938_160))
        == "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
  }

  @Test("credentials for a while send their token, signed")
  func session() throws {
    let credentials = try #require(
      BucketCredentials(accessKey: "KEY", secret: "SECRET", session: "TOKEN"))
    let headers = RequestSignature(credentials: credentials, region: "r")
      .signed(Self.request("GET", "/"), at: Self.day)

    #expect(headers.contains(WebHeader("x-amz-security-token", "TOKEN")))
    #expect(headers.contains { $0.value.contains("x-amz-security-token,Signature") })
    #expect(!headers.contains { $0.value.contains("SECRET") })
  }
}
