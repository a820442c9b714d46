import NewsModel
import Testing

@testable import Articles

@Suite("Which format a file has")
struct FormatRecognitionTests {
  private static let page = """
    <!-- saved --><!DOCTYPE html><html lang="en"><head><title>Bell recast</title></head><body><article><h1>Bell recast</h1>
    <p>The harbour board of Marram voted on Thursday to have the old bell recast.</p>
    <p>It will hang in the new tower from the first week of March.</p></article></body></html>
    """
  private static let json =
    "{\"title\": \"Bell recast\", \"url\": \"https://g.example/1\", \"text\": \"The bell was recast.\"}"
  private static let plain =
    "Bell recast\n\nThe harbour board of Marram voted on Thursday to have the old bell recast.\n"
  private static let feed =
    "<?xml version='1.0'?>\n<rss version='2.0'><channel><title>G</title><item><title>Bell recast</title><link>https://g.example/1</link></item></channel></rss>"

  @Test(
    "content decides, whatever the name says",
    arguments: [
      ("page.txt", page), ("article?id=7", page), ("page.html.1", page), ("UPPER.HTML", page),
      ("story.php", page), ("noextension", page), ("page.json", page), ("a.conf", page),
      ("lines.txt", json), ("item", json), ("page.html", json), ("item.json.1", json),
      ("note.html", plain), ("noextension", plain), ("note.1", plain), ("NOTE.TXT", plain),
      ("feed.html", feed), ("feed", feed), ("feed.txt", feed), ("feed.json", feed),
      ("feed.aspx?id=1", feed),
    ])
  func content(file: (name: String, text: String)) throws {
    #expect(try read("gazette/" + file.name, file.text).plain.map(\.title) == ["Bell recast"])
  }

  @Test("UTF-16 with a mark, and a mark of UTF-8")
  func marks() throws {
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in Self.page.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read("a", bytes: wide).plain.map(\.title) == ["Bell recast"])
    #expect(try read("a", "\u{FEFF}" + Self.feed).isWindow)
  }

  @Test(
    "what is not read says what it is and what to do",
    arguments: [
      (
        "a.pdf", "%PDF-1.7\n",
        "it is a PDF document. Convert it: pdftotext -layout FILE.pdf FILE.txt."
      ),
      (
        "a.html", "%PDF-1.7\n",
        "it is a PDF document. Convert it: pdftotext -layout FILE.pdf FILE.txt."
      ),
      (
        "a.rtf", "{\\rtf1 x}",
        "it is an RTF document. Convert it: pandoc -f rtf -t markdown -o FILE.md FILE.rtf."
      ),
      ("a.php", "<?php echo 1;", "it is a program. Save the page that it makes, or remove it."),
      (
        "sitemap.xml", "<?xml version='1.0'?><urlset xmlns='x'><url/></urlset>",
        "it is a site map, a list of addresses. Fetch the pages that it lists (trafilatura --sitemap, wget -i), or remove it."
      ),
      (
        "a.opml", "<opml version='2.0'/>",
        "it is a list of feeds (OPML). Fetch the feeds that it lists, or remove it."
      ),
      (
        "a.log", "one\ntwo\nthree four\n",
        "neither its name nor its content tells a format that is read. Name it .txt, .md, .html, .json or .jsonl, or name it in the setting ignore."
      ),
      ("a.txt", "   \n", "the file is empty. Write the article into it, or remove it."),
    ])
  func notRead(file: (name: String, text: String, reason: String)) {
    #expect(reason(file.name, file.text) == "article not read: \(file.name): \(file.reason)")
  }

  @Test("no ending says two formats, and every format is told somehow")
  func table() {
    let endings = ArticleFormats.table.flatMap(\.extensions)
    #expect(endings.count == Set(endings).count)
    for format in ArticleFormats.table {
      #expect(!format.extensions.isEmpty || !format.signature.hasPrefix("none"))
    }
  }
}
