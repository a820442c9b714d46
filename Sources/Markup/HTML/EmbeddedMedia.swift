internal import NewsModel

/// A film or sound that a page embeds, as a link to its page, because feeds show no frames.
struct EmbeddedMedia: Equatable {
  /// The address of the page on which it is watched or heard.
  let address: String
  /// Its title.
  let title: String

  /// Reads an `iframe`, `video`, `audio` or `amp-youtube`; nil for frames of advertisements and of
  /// unknown sites.
  init?(_ document: HTMLDocument, _ index: Int, base: WebAddress?) {
    let node = document.nodes[index]
    guard
      let stated = EmbeddedMedia.source(document, index).flatMap({
        SanitizingPolicy.source($0, base: base)
      }), let url = WebAddress(stated)
    else { return nil }
    if node.name == "iframe" || node.name == "embed" {
      guard let site = EmbeddedMedia.site(of: url) else { return nil }
      address = EmbeddedMedia.page(of: url)
      title = EmbeddedMedia.title(document, index) ?? site
    } else {
      address = url.description
      let name = url.path.split(separator: "/").last.map(String.init)
      title = EmbeddedMedia.title(document, index) ?? name ?? url.host
    }
  }

  /// Whether an element of this name may embed media.
  static func isEmbedding(_ name: String) -> Bool {
    ["iframe", "embed", "video", "audio", "amp-youtube", "amp-video", "amp-audio"].contains(name)
  }

  private static func source(_ document: HTMLDocument, _ index: Int) -> String? {
    let node = document.nodes[index]
    if node.name == "amp-youtube" {
      return node["data-videoid"].map { "https://www.youtube.com/watch?v=" + $0 }
    }
    for key in ["src", "data-src", "data-lazy-src"] {
      if let text = node[key], !text.isEmpty, text != "about:blank" { return text }
    }
    guard node.name != "iframe" else { return nil }
    return document.nodes[index..<node.end].lazy.compactMap { inner in
      inner.name == "source" ? inner["src"] : nil
    }.first
  }

  private static func title(_ document: HTMLDocument, _ index: Int) -> String? {
    let node = document.nodes[index]
    let stated = [node["title"], node["aria-label"], node["data-title"]].lazy.compactMap { $0 }
      .map { $0.trimmingWhitespace() }.first { !$0.isEmpty && $0.utf8.count <= 300 }
    if let stated { return stated }
    // The caption of the surrounding figure is a title, too.
    for ancestor in document.ancestors(of: index).prefix(4)
    where document.nodes[ancestor].name == "figure" {
      let caption = (ancestor..<document.nodes[ancestor].end).first {
        document.nodes[$0].name == "figcaption"
      }
      let text = caption.map { document.text(of: $0).trimmingWhitespace() } ?? ""
      if !text.isEmpty, text.utf8.count <= 300 {
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    return nil
  }

  /// The address of the page on which a player's film is watched.
  private static func page(of url: WebAddress) -> String {
    let parts = url.path.split(separator: "/")
    guard let last = parts.last else { return url.description }
    if url.host.contains("youtube"), parts.first == "embed", parts.count == 2, last != "videoseries"
    {
      return "https://www.youtube.com/watch?v=" + last
    }
    if url.host == "player.vimeo.com", parts.first == "video" { return "https://vimeo.com/" + last }
    if url.host.hasSuffix("dailymotion.com"), parts.first == "embed" {
      return "https://www.dailymotion.com/video/" + last
    }
    return url.description
  }

  private static func site(of url: WebAddress) -> String? {
    sites.first { url.host == $0.host || url.host.hasSuffix("." + $0.host) }?.name
      // PeerTube runs on any host.
      ?? (url.path.hasPrefix("/videos/embed/") ? url.host : nil)
  }

  /// The hosts of players that newsrooms embed.
  private static let sites: [(host: String, name: String)] = [
    ("youtube.com", "YouTube"), ("youtube-nocookie.com", "YouTube"), ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"), ("dailymotion.com", "Dailymotion"), ("soundcloud.com", "SoundCloud"),
    ("spotify.com", "Spotify"), ("twitch.tv", "Twitch"), ("tiktok.com", "TikTok"),
    ("podcasts.apple.com", "Apple Podcasts"), ("acast.com", "Acast"),
    ("audioboom.com", "Audioboom"),
    ("megaphone.fm", "Megaphone"), ("simplecast.com", "Simplecast"), ("podigee.io", "Podigee"),
    ("bandcamp.com", "Bandcamp"), ("mixcloud.com", "Mixcloud"), ("deezer.com", "Deezer"),
    ("brightcove.net", "Brightcove"), ("jwplayer.com", "JW Player"),
    ("jwplatform.com", "JW Player"),
    ("streamable.com", "Streamable"), ("rutube.ru", "RuTube"), ("bilibili.com", "Bilibili"),
    ("ted.com", "TED"), ("facebook.com", "Facebook"), ("archive.org", "Internet Archive"),
  ]
}
