import Markup

/// Reads documents of word processors: Office Open XML (`.docx`) and OpenDocument (`.odt`), XML in
/// a zip archive.
struct OfficeArticleReader: ArticleReader {
  let format = ArticleFormat(
    "Word, OpenDocument", extensions: ["docx", "odt"],
    signature: "a zip archive with `word/document.xml` or `content.xml`",
    articles: "the document, titled by its Title, first heading or first line")

  func recognition(of head: FileHead) -> Recognition {
    head.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || head.bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      ? .certain : .no
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let parts: Set = ["word/document.xml", "docProps/core.xml", "content.xml", "meta.xml"]
    let members: (found: [String: [UInt8]], others: [String])
    do {
      members = try Unpacking.members(ofZip: file.bytes, named: parts, limit: file.byteLimit)
    } catch {
      throw ArticleError(path: file.path, problem: error.problem(limit: file.byteLimit))
    }
    var gathering = ArticleGathering(file)
    if let document = members.found["word/document.xml"] {
      let text = try xml(document, file)
      let core = try members.found["docProps/core.xml"].map { bytes throws(ArticleError) in
        try xml(bytes, file)
      }
      gathering.add(WordReading(document: text, core: core).draft(), member: nil)
    } else if let content = members.found["content.xml"] {
      let text = try xml(content, file)
      let meta = try members.found["meta.xml"].map { bytes throws(ArticleError) in
        try xml(bytes, file)
      }
      gathering.add(OpenDocumentReading(document: text, meta: meta).draft(), member: nil)
    } else {
      let names = members.others.prefix(3).joined(separator: ", ")
      throw ArticleError(
        path: file.path,
        problem: .notRead(
          kind: "an archive of files (\(names.isEmpty ? "none" : names))",
          remedy: "Unpack it: unzip FILE.zip"))
    }
    return try gathering.finished(orElse: .noText)
  }

  private func xml(_ bytes: [UInt8], _ file: ArticleFile) throws(ArticleError) -> ForgivingXML {
    do {
      return try ForgivingXML(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw ArticleError(path: file.path, problem: .damaged("\(error)"))
    }
  }
}
