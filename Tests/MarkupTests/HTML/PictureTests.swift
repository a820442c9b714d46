import Markup
import Testing

/// Images as pages give them to scripts and browsers, and players.
@Suite("ImageCandidates, ImageAddress, EmbeddedMedia")
struct PictureTests {
  @Test(
    "shows the largest that fits",
    arguments: [
      ("<img src='data:image/gif;base64,R0' data-src='/1.jpg'>", "1.jpg"),
      (
        "<img data-srcset='/2-75.png?w=75 75w, /2-640.png?w=640 640w, /2-1280.png?w=1280 1280w'>",
        "2-1280.png?w=1280"
      ),
      ("<img src='/lazyload.gif' data-srcset='/3.jpg 1x, /3@2.jpg 2x'>", "3@2.jpg"),
      (
        "<picture><source type='image/webp' data-srcset='/4.webp 1x, /4@2.webp 2x'><img></picture>",
        "4@2.webp"
      ),
      ("<picture><source srcset='/5.webp' type='image/webp'><img src='/5.jpg'></picture>", "5.jpg"),
      ("<figure><noscript><img src='/6.jpg'></noscript></figure>", "6.jpg"),
      ("<figure><img src='/blank.gif'><noscript><img src='/6.jpg'></noscript></figure>", "6.jpg"),
      ("<img srcset='/7a.jpg, /7b.jpg 2x'>", "7b.jpg"),
      (
        "<img src='/9-small.jpg' srcset='/9-300.jpg 300w, /9-1200.jpg 1200w, /9-6000.jpg 6000w'>",
        "9-1200.jpg"
      ),
      ("<img srcset='/w_300,c_fit/8.jpg 300w, /w_900,c_fit/8.jpg 900w'>", "w_900,c_fit/8.jpg"),
      ("<amp-img src='/11.jpg' width='640' height='360'></amp-img>", "11.jpg"),
      ("<img src='/10.jpg?resize=1,2' width='100%' style='width:1px'>", "10.jpg?resize=1,2"),
    ])
  func largest(html: String, name: String) {
    let shown = HTMLSanitizer.sanitize("<p>a</p>" + html, base: "https://gull.example/")
    let addresses = shown.split(separator: "src=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(addresses == ["https://gull.example/\(name)"])
    #expect(HTMLSanitizer.sanitize(shown, base: "https://gull.example/") == shown)
  }

  @Test("shows no placeholder, no pixel, and no image of a noscript twice")
  func nothing() {
    for html in [
      "<img src='/blank.gif'>", "<img src='data:image/gif;base64,R0'>",
      "<img src='/a.jpg' width='1' height='1'>", "<img src='/a.jpg' style='width:1px;height:1px'>",
    ] {
      #expect(!HTMLSanitizer.sanitize(html, base: "https://gull.example/").contains("<img"))
    }
    let twice = HTMLSanitizer.sanitize(
      "<figure><img data-src='/a.jpg'><noscript><img src='/a.jpg'></noscript></figure>",
      base: "https://gull.example/")
    #expect(twice.split(separator: "<img").count == 2)
  }

  @Test("puts a link where a player stood")
  func players() {
    let tube = HTMLSanitizer.sanitize(
      "<figure><iframe src='https://www.youtube-nocookie.com/embed/AbC' title='The launch'></iframe><figcaption>On film</figcaption></figure>",
      base: nil)
    #expect(
      tube.contains(
        "<a href=\"https://www.youtube.com/watch?v=AbC\" rel=\"nofollow noopener\">The launch</a>"))
    let captioned = HTMLSanitizer.sanitize(
      "<figure><iframe src='https://player.vimeo.com/video/7'></iframe><figcaption>On film</figcaption></figure>",
      base: nil)
    #expect(
      captioned.contains("<a href=\"https://vimeo.com/7\" rel=\"nofollow noopener\">On film</a>"))
    let sound = HTMLSanitizer.sanitize(
      "<audio controls><source src='/a/launch.m4a' type='audio/mp4'></audio>",
      base: "https://gull.example/")
    #expect(sound.contains("href=\"https://gull.example/a/launch.m4a\""))
    #expect(sound.contains(">launch.m4a</a>"))
    #expect(
      HTMLSanitizer.sanitize("<iframe src='https://ads.example/x'></iframe>", base: nil).isEmpty)
    for html in [tube, captioned, sound] {
      #expect(HTMLSanitizer.sanitize(html, base: nil) == html)
    }
  }
}
