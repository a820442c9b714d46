import NewsModel
import Testing

@testable import Articles

@Suite("Messages")
struct MailTests {
  private static let message = """
    Return-Path: <news@gazette.example>
    From: =?UTF-8?Q?Hafen=2DZeitung_f=C3=BCr?= =?UTF-8?B?IE1hcnJhbQ==?= <news@gazette.example>
    To: list@example.org
    Subject: Fwd: Bell
     recast in Marram
    Date: Fri, 20 Nov 2026 09:05:00 +0100
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="a b"

    preamble
    --a b
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    The bell of Marram was recast on Friday=2C said Bj=F6rn Berg, who had =
    waited nine years.

    It hangs again in March.

    -- 
    The Gazette
    --inner--
    --a b
    Content-Type: text/html
    Content-Disposition: attachment; filename="x.html"

    <p>Not shown.</p>
    --a b--
    """

  @Test("a message: subject, sender, date, text without the signature")
  func message() throws {
    let article = try #require(try read("mail.eml", Self.message).plain.first)

    #expect(article.title == "Bell recast in Marram")
    #expect(article.outlet == "Hafen-Zeitung für Marram")
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
    #expect(
      article.paragraphs == [
        "The bell of Marram was recast on Friday, said Björn Berg, who had waited nine years.",
        "It hangs again in March.",
      ])
    #expect(article.authors.isEmpty)
  }

  @Test("pasted into a text file, or with lines that end as in mail")
  func pasted() throws {
    for text in [Self.message, Self.message.replacing("\n", with: "\r\n")] {
      #expect(try read("note.txt", text).plain.first?.title == "Bell recast in Marram")
    }
  }

  @Test("a sender without a name is named by the host: no address is published")
  func noName() throws {
    let text =
      "From: a.person@gazette.example\nSubject: Bell recast\nDate: Fri, 20 Nov 2026 09:05:00 +0100\n\nIt was recast.\n"

    #expect(try read("a.eml", text).plain.first?.outlet == "gazette.example")
  }

  @Test("a mailbox: each message, lines that begin as messages do taken back")
  func mailbox() throws {
    let mbox = """
      From n@g.example Fri Nov 20 09:05:00 2026
      From: Gazette <n@g.example>
      Subject: Bell recast
      Date: Fri, 20 Nov 2026 09:05:00 +0100

      The bell was recast.

      >From Marram it is heard far out at sea.

      From n@g.example Sat Nov 21 09:05:00 2026
      From: Gazette <n@g.example>
      Subject: Mill reopens
      Date: Sat, 21 Nov 2026 09:05:00 +0100

      The mill grinds again.
      """
    let read = try read("list.mbox", mbox)

    #expect(read.plain.map(\.title) == ["Bell recast", "Mill reopens"])
    #expect(read.plain[0].paragraphs.last == "From Marram it is heard far out at sea.")
    #expect(read.articles.map(\.member) == [1, 2])
  }

  @Test("MHTML: the page, at its address")
  func archive() throws {
    let text = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://g.example/bell
      Subject: Bell recast
      Date: Fri, 20 Nov 2026 09:05:00 +0100
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----b"

      ------b
      Content-Type: text/html; charset="utf-8"
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://g.example/bell

      <!DOCTYPE html><html lang=3D"en"><head><title>Bell recast</title></head><body><article><h1>Bell recast</h1><p>The harbour board of M=C3=A4rram voted on Thursday to have the old bell recast.</p><p>It will hang in the new tower from the first week of March.</p></article></body></html>
      ------b
      Content-Type: image/png
      Content-Transfer-Encoding: base64
      Content-Location: https://g.example/a.png

      iVBORw0KGgo=
      ------b--
      """
    let article = try #require(try read("page.mhtml", text).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.url == "https://g.example/bell")
    #expect(article.paragraphs.first?.contains("Märram") == true)
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
    #expect(article.dateOrigin == .file)
  }

  @Test("parts nest to a depth and a number, and no further")
  func nesting() throws {
    var text =
      "From: a <a@b.example>\nSubject: Deep down\nDate: Fri, 20 Nov 2026 09:05:00 +0100\nMIME-Version: 1.0\n"
    for level in 0..<200 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    text += "Content-Type: text/plain\n\nHello.\n"
    #expect(MailPart(Array(text.utf8)[...]).shown.count <= 22)

    let many =
      "From: a <a@b.example>\nSubject: x\nDate: x\nContent-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\n\nx\n", count: 20_000)
    #expect(MailPart(Array(many.utf8)[...]).parts.count == MailPart.partLimit)
  }

  @Test("Apple's Mail puts a length above a message and flags below it")
  func emlx() throws {
    let message =
      "From: Gazette <n@g.example>\nSubject: Bell recast\nDate: Fri, 20 Nov 2026 08:05:00 +0000\n\nIt was recast.\n"
    let flags =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict/></plist>\n"
    for length in [message.utf8.count, 9_999] {
      let article = try #require(try read("7.emlx", "\(length)\n\(message)\(flags)").plain.first)
      #expect(article.title == "Bell recast")
      #expect(article.paragraphs == ["It was recast."])
    }
  }
}
