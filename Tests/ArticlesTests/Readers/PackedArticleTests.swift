import NewsModel
import Testing

@testable import Articles

@Suite("Compressed files, documents and archives")
struct PackedArticleTests {
  @Test(
    "a compressed file is read as what is inside, whatever its name",
    arguments: [
      (PackedFiles.gz, "lines.jsonl.gz"), (PackedFiles.gz, "page.html"),
      (PackedFiles.zst, "lines.jsonl.zst"),
      (PackedFiles.bz2, "lines.bz2"), (PackedFiles.xz, "lines"),
    ])
  func compressed(file: (base64: String, name: String)) throws {
    let article = try #require(
      try read("gazette/" + file.name, bytes: PackedFiles.bytes(file.base64)).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.paragraphs == ["The bell was recast."])
  }

  @Test("members of one gzip file are one file")
  func members() throws {
    #expect(try read("a.jsonl.gz", bytes: PackedFiles.bytes(PackedFiles.gz2)).articles.count == 2)
  }

  @Test("a bomb is refused at the limit, a cut file as damaged, both with the reason")
  func bombs() {
    let bomb = #expect(throws: ArticleError.self) {
      try read("bomb.gz", bytes: PackedFiles.bytes(PackedFiles.bomb))
    }
    #expect(bomb?.problem == .tooMuch("unpacked it has more than 1048576 bytes"))
    #expect(bomb?.path == "bomb.gz")
    let cut = #expect(throws: ArticleError.self) {
      try read("cut.gz", bytes: PackedFiles.bytes(PackedFiles.gz).dropLast(20))
    }
    guard case .damaged? = cut?.problem else {
      Issue.record("\(String(describing: cut))")
      return
    }
  }

  @Test("a Word document: its Title, its author and date, what is deleted left out")
  func word() throws {
    let article = try #require(
      try read("a.docx", bytes: PackedFiles.bytes(PackedFiles.docx)).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(article.paragraphs == ["The bell was recast.", "Cost", "Nine crowns."])
    #expect(Timestamp.rfc3339(article.published) == "2026-11-20T08:05:00Z")
    #expect(article.html?.contains("Cost</h") == true)
  }

  @Test("an OpenDocument text under any name")
  func openDocument() throws {
    let article = try #require(
      try read("report.html", bytes: PackedFiles.bytes(PackedFiles.odt)).plain.first)

    #expect(article.title == "Bell recast")
    #expect(article.authors.map(\.name) == ["Tove Lindgaard"])
    #expect(article.paragraphs == ["The bell was recast.", "Nine crowns"])
  }

  @Test("a zip archive of other files names some, and what to do")
  func archive() {
    let error = #expect(throws: ArticleError.self) {
      try read("x.zip", bytes: PackedFiles.bytes(PackedFiles.zip))
    }
    #expect(
      error?.description
        == "article not read: x.zip: it is an archive of files (a.txt, b.txt). Unpack it: unzip FILE.zip."
    )
  }

  private static func record(_ type: String, _ address: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nWARC-Date: 2026-11-20T09:05:00Z\r\n"
      + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(block.utf8.count)\r\n\r\n"
      + block + "\r\n\r\n"
  }

  private static func page(_ title: String) -> String {
    "<!DOCTYPE html><html lang=\"en\"><head><title>\(title)</title></head><body><article><h1>\(title)</h1>"
      + "<p>The harbour board of Marram voted on Thursday to have the old bell recast before winter comes.</p>"
      + "<p>It will hang in the new tower from the first week of March, the board said after the vote.</p>"
      + "</article></body></html>"
  }

  @Test("a web archive: each page at its address, chunked or not, other records passed over")
  func webArchive() throws {
    let body = Self.page("Bell recast")
    let half = body.utf8.count / 2
    let chunks =
      String(half, radix: 16) + "\r\n" + body.prefix(half) + "\r\n"
      + String(body.utf8.count - half, radix: 16) + "\r\n" + body.dropFirst(half) + "\r\n0\r\n\r\n"
    let archive =
      Self.record("warcinfo", "", "software: x\r\n")
      + Self.record("request", "https://g.example/1", "GET /1 HTTP/1.1\r\n\r\n")
      + Self.record(
        "response", "https://g.example/1",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)
      + Self.record(
        "response", "https://g.example/x.css",
        "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\nb{}")
      + Self.record(
        "response", "https://g.example/gone",
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + Self.page("Gone"))
      + Self.record(
        "response", "https://g.example/2",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
    let read = try read("crawl.warc", archive)

    #expect(read.plain.map(\.url) == ["https://g.example/1", "https://g.example/2"])
    #expect(read.plain.allSatisfy { $0.title == "Bell recast" && $0.paragraphs.count == 2 })
    #expect(read.articles.map(\.member) == [3, 6])
    #expect(read.plain.allSatisfy { Timestamp.rfc3339($0.published) == "2026-11-20T09:05:00Z" })
  }

  @Test("a web archive that breaks off keeps what is whole")
  func cutArchive() throws {
    let whole = Self.record(
      "response", "https://g.example/1",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Self.page("Bell recast"))
    let read = try read("crawl.warc", whole + whole.prefix(400))

    #expect(read.articles.count == 1)
    #expect(read.failures.map(\.problem) == [.damaged("the archive breaks off in record 2")])
  }

  @Test(
    "a web archive: pages in the coding deflate, with zlib's frame and without",
    arguments: [
      "eNpVjksKwzAMRK+iE1R0L7TIotBFD6HECjY4cZBVim+fj0uhy3kM84aiL5kpqgQmT56VB80ZTCepTtgRYS+MJTQmMU/TSeP9v3xk2vjp8JH6hVBWeFgK0mBs4FFhLu81qFUoM7zETJYb4XYofrPYNXhd2wHfzTgL",
      "VY5LCsMwDESvohNUdC+0yKLQRQ+hxAo2OHGQVYpvn49Loct5DPOGoi+ZKaoEJk+elQfNGUwnqU7YEWEvjCU0JjFP00nj/b98ZNr46fCR+oVQVnhYCtJgbOBRYS7vNahVKDO8xEyWG+F2KH6z2DV4XdsB",
    ])
  func deflate(base64: String) throws {
    let body = PackedFiles.bytes(base64)
    let head = Array(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\n\r\n".utf8)
    let record =
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://g.example/1\r\nContent-Type: application/http\r\n"
      + "Content-Length: \(head.count + body.count)\r\n\r\n"
    let read = try read("a.warc", bytes: Array(record.utf8) + head + body + Array("\r\n\r\n".utf8))

    #expect(read.plain.map(\.title) == ["Bell recast"])
    #expect(read.plain.first?.paragraphs == ["It was recast on Friday by the founders of Marram."])
  }

  @Test("a web archive of texts (WET): each at its page's address")
  func texts() throws {
    let text = "Bell recast\nIt was recast on Friday by the founders of Marram.\n"
    let record =
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://g.example/1\r\nWARC-Date: 2026-11-20T08:05:00Z\r\n"
      + "Content-Type: text/plain\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
    let read = try read("a.warc.wet", record + record.replacing("example/1", with: "example/2"))

    #expect(read.plain.map(\.title) == ["Bell recast", "Bell recast"])
    #expect(read.plain.map(\.url) == ["https://g.example/1", "https://g.example/2"])
    #expect(read.plain.first?.paragraphs == ["It was recast on Friday by the founders of Marram."])
  }
}
