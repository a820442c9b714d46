import Markup
import NewsModel

extension ArticleDraft {
  /// Takes a body in HTML: its paragraphs, its sanitised markup, pictures and media.
  ///
  /// If the HTML is refused there is no body; the other fields stay.
  mutating func fill(html: String, base: WebAddress?) {
    guard let document = try? HTMLDocument(fragment: html), !document.nodes.isEmpty else { return }
    fill(from: BodyReading(document: document, root: 0, base: base).draft())
  }

  /// Takes a body that may be markup or plain text.
  mutating func fill(body: String, base: WebAddress?) {
    if MarkupRecognition.isMarkup(body) {
      fill(html: body, base: base)
    } else if paragraphs.isEmpty {
      paragraphs = PlainParagraphs.paragraphs(of: CleanText.lines(body))
    }
  }
}
