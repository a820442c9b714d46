import Testing

@testable import ObjectStorage

@Suite("ObjectListing")
struct ObjectListingTests {
  private static func list(_ inside: String) -> ObjectListing? {
    let space = "http://s3.amazonaws.com/doc/2006-03-01/"
    return ObjectListing(
      Array(
        "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"\(space)\">\(inside)</ListBucketResult>"
          .utf8))
  }

  @Test("keys, sizes and tags are read, coded keys are decoded")
  func reads() throws {
    let list = try #require(
      Self.list(
        """
        <Name>news</Name><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>
        <Contents><Key>a%2Bb%20c+d</Key><Size>5</Size><ETag>&quot;0f&quot;</ETag>
          <Owner><ID>x</ID></Owner></Contents>
        <Contents><ETag>1</ETag><Key>z</Key></Contents>
        <NextContinuationToken>t==</NextContinuationToken>
        """))

    #expect(list.objects.map(\.key) == ["a+b c d", "z"])
    #expect(list.objects.map(\.object.size) == [5, nil])
    #expect(list.objects.map(\.object.tag) == ["\"0f\"", "\"1\""])
    #expect(list.next == "t==")
  }

  @Test("a last page has no next; an empty list is one")
  func ends() throws {
    let empty = try #require(Self.list("<IsTruncated>false</IsTruncated>"))
    #expect(empty.objects.isEmpty && empty.next == nil)
  }

  @Test(
    "nothing that is cut short passes for a list: what was not seen would be uploaded or removed",
    arguments: [
      "", "<ListBucketResult>", "<html></html>", "<Error><Code>SlowDown</Code></Error>",
    ])
  func refuses(_ text: String) {
    #expect(ObjectListing(Array(text.utf8)) == nil)
    #expect(Self.list("<IsTruncated>true</IsTruncated>") == nil)
    #expect(
      Self.list("<EncodingType>url</EncodingType><Contents><Key>%FF</Key></Contents>") == nil)
  }
}
