import NewsModel
import Testing

@testable import ObjectStorage

@Suite("BucketLocation")
struct BucketLocationTests {
  @Test("the bucket stands in the path of one's own server, and in front of AWS's host")
  func styles() {
    let own = BucketLocation(bucket: "news", prefix: "/a//b", endpoint: "http://127.0.0.1:9000/")
    let other = BucketLocation(bucket: "news", region: "eu-west-3")
    let proxied = BucketLocation(bucket: "news", endpoint: "https://h.example:443/s3/")
    let named = BucketLocation(
      bucket: "news", endpoint: "https://S3.example:80", isPathStyle: false)

    #expect(own.host == "127.0.0.1:9000" && own.path(of: "x/y.xml") == "/news/x/y.xml")
    #expect(own.prefix == "a/b/" && own.name == "s3://news/a/b/" && own.path() == "/news/")
    #expect(other.host == "news.s3.eu-west-3.amazonaws.com" && other.path(of: "x") == "/x")
    #expect(other.scheme == "https" && other.prefix.isEmpty && other.path() == "/")
    #expect(proxied.host == "h.example" && proxied.path(of: "x") == "/s3/news/x")
    #expect(named.host == "news.s3.example:80" && named.path(of: "x") == "/x")
  }

  @Test("every byte of a key that is not unreserved is coded, and read back")
  func coding() {
    let key = "stories/ä b+c%20/ñ~.-_'()*!&=?#\u{7}"
    let coded = PercentCoding.coded(value: key, keepsSlash: true)

    #expect(coded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    #expect(
      coded == "stories/%C3%A4%20b%2Bc%2520/%C3%B1~.-_%27%28%29%2A%21%26%3D%3F%23%07")
    #expect(ObjectListing.decoded(coded) == key)
  }
}
