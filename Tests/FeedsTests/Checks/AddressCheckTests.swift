import Testing

@testable import Feeds

@Suite("AddressCheck")
struct AddressCheckTests {
  @Test(
    "an address is absolute whatever the case of its scheme",
    arguments: [
      "https://example.org/", "HTTP://example.org", "Mailto:desk@example.org",
      "tag:example.org,2026:story/1",
    ])
  func absolute(url: String) {
    #expect(AddressCheck.isAbsolute(url))
  }

  @Test(
    "anything else is not",
    arguments: [
      "", "https://", "tag:", "/story", "story", "//example.org/", "javascript:alert(1)",
      "https:/example.org", "ftp://example.org", "https://example.org/a b", "https://e\u{7F}.org",
      "\u{1D}ag:example.org", "https\u{1A}//example.org",
    ])
  func other(url: String) {
    #expect(!AddressCheck.isAbsolute(url))
  }
}
