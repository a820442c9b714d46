import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §3.1 Text Constructs")
struct Section3_1_TextConstructs {
  @Test("every nasty title comes back as it went in", arguments: NastyText.all.map(\.text))
  func titles(text: String) throws {
    let atom = try RenderedXML.atom(Sample.feed([Sample.entry(title: text)]))

    let title = try #require(atom.all("title", in: "entry").first)
    var allowed: [UInt8] = []
    CharacterEscape.append(text, to: &allowed, as: .json)
    var read: [UInt8] = []
    // A title of type html is HTML source: its own references stand for themselves.
    let plain =
      title["type"] == "html"
      ? title.text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      : title.text
    CharacterEscape.append(plain, to: &read, as: .json)
    #expect(read == allowed)
  }

  @Test("a title is plain text unless it could be taken for HTML (§3.1.1)")
  func types() throws {
    let plain = try RenderedXML.atom(Sample.feed([Sample.entry(title: "Ferry sails")]))
    let marked = try RenderedXML.atom(Sample.feed([Sample.entry(title: "R&D <b>")]))

    #expect(plain.all("title", in: "entry").first?["type"] == nil)
    #expect(marked.all("title", in: "entry").first?["type"] == "html")
    #expect(marked.texts("title", in: "entry") == ["R&amp;D &lt;b&gt;"])
  }
}
