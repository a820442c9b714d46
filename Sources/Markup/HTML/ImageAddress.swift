internal import NewsModel

/// Chooses the address of an image among those that its element gives.
///
/// Pages give an image a placeholder until a script runs, and several sizes and formats for
/// browsers to choose from. A feed is read by programs that run and choose nothing: they get the
/// largest size that fits, in a format that all of them show.
struct ImageAddress {
  private let document: HTMLDocument
  private let base: WebAddress?

  /// The largest useful width: twice that of a column of text on a large screen. More only costs
  /// the reader's data.
  private static let widthLimit = 2_560

  init(_ document: HTMLDocument, base: WebAddress?) {
    self.document = document
    self.base = base
  }

  /// The absolute address of an `img` or `amp-img`; nil for tracking pixels, placeholders and
  /// images without one.
  func address(of index: Int) -> String? {
    let node = document.nodes[index]
    let own = source(of: node)
    let sets = candidates(of: node) + sources(around: index)
    let sized = sets.filter { $0.width != nil || $0.density > 1 }
    guard
      let address = best(sized)
        ?? own.flatMap({ isPlaceholder($0) ? nil : $0 })
        ?? sets.first.flatMap({ resolved($0.address) }),
      !isPlaceholder(address), !TrackingPixel.isOne(node, address: address)
    else { return nil }
    return address
  }

  /// The image that stands in a `noscript`, if the image before it has no address of its own.
  func fallbacks(in noscript: Int) -> [Int] {
    let nodes = document.nodes
    let images = (noscript..<nodes[noscript].end).filter { ImageAddress.isImage(nodes[$0].name) }
    guard !images.isEmpty, images.count <= 10 else { return [] }
    // The placeholder stands before it in a box of its own; fifty nodes are enough for that box.
    let parent = max(nodes[noscript].parent, 0)
    let before = max(parent + 1, noscript - 50)..<noscript
    let isShown = ([parent] + before).contains {
      ImageAddress.isImage(nodes[$0].name) && address(of: $0) != nil
    }
    return isShown && nodes[parent].name != "body" ? [] : images
  }

  /// Whether an element is an image.
  static func isImage(_ name: String) -> Bool { name == "img" || name == "amp-img" }

  private func source(of node: HTMLNode) -> String? {
    for key in ImageAddress.lazySources + ["src"] {
      if let text = node[key], !text.contains("{"), let address = resolved(text),
        !isPlaceholder(address)
      {
        return address
      }
    }
    return nil
  }

  private func candidates(of node: HTMLNode) -> [ImageCandidates.Candidate] {
    ImageAddress.sets.compactMap { node[$0] }.flatMap { ImageCandidates($0).candidates }
      .filter { resolved($0.address).map { !isPlaceholder($0) } ?? false }
  }

  /// The candidates of the `source` elements of the surrounding `picture`, those in formats that
  /// every program shows first.
  private func sources(around index: Int) -> [ImageCandidates.Candidate] {
    let nodes = document.nodes
    // libxml2 2.9 does not know `source`, and nests the following elements inside of it.
    var picture = nodes[index].parent
    while picture >= 0, nodes[picture].name == "source" { picture = nodes[picture].parent }
    guard picture >= 0, nodes[picture].name == "picture" else { return [] }
    var common: [ImageCandidates.Candidate] = []
    var rare: [ImageCandidates.Candidate] = []
    for inner in picture..<min(nodes[picture].end, picture + 100) {
      guard nodes[inner].name == "source" else { continue }
      let found = candidates(of: nodes[inner])
      switch nodes[inner]["type"]?.lowercased() {
      case nil, "image/jpeg", "image/png", "image/gif", "image/webp": common += found
      default: rare += found
      }
    }
    return common.isEmpty ? rare : common
  }

  /// The widest candidate within the limit; of those without a width the densest.
  private func best(_ candidates: [ImageCandidates.Candidate]) -> String? {
    let wide = candidates.filter { $0.width != nil }
    let fitting = wide.filter { $0.width ?? 0 <= ImageAddress.widthLimit }
    let widest =
      fitting.max { $0.width ?? 0 < $1.width ?? 0 } ?? wide.min { $0.width ?? 0 < $1.width ?? 0 }
    // No screen shows more than four times the pixels of a plain image.
    let dense = candidates.filter { $0.width == nil && $0.density <= 4 }
      .max { $0.density < $1.density }
    return (widest ?? dense).flatMap { resolved($0.address) }
  }

  private func resolved(_ text: String) -> String? { SanitizingPolicy.source(text, base: base) }

  /// Whether an address is that of a placeholder, which stands there until a script runs.
  private func isPlaceholder(_ address: String) -> Bool {
    // Without looking at characters: each image is asked several times.
    let path = address.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
    guard let bytes = path.split(separator: 0x2F).last, let first = bytes.first,
      ImageAddress.placeholderBeginnings.contains(first | 0x20)
    else { return false }
    let name = String(Substring(bytes)).lowercased()
    return ImageAddress.placeholders.contains { name.hasPrefix($0) }
  }

  private static let lazySources = [
    "data-src", "data-original", "data-lazy-src", "data-original-src", "data-lazy",
    "data-hi-res-src", "data-full-src", "data-image", "data-url",
  ]
  private static let sets = ["srcset", "data-srcset", "data-lazy-srcset", "data-original-set"]
  private static let placeholderBeginnings = Set(
    placeholders.compactMap { $0.utf8.first.map { $0 | 0x20 } })
  private static let placeholders = [
    "placeholder", "blank.", "spacer.", "lazyload.", "lazy-load", "transparent.", "1x1.", "pixel.",
    "loading.", "loader.", "grey.gif", "gray.gif", "empty.",
  ]
}
