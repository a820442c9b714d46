import Markup
import NewsModel

/// The items of an export of WordPress (WXR), which has the form of a feed.
///
/// Everything that WordPress keeps is an item: posts, pages, pictures, menus, revisions.
struct WordPressExport {
  private let tree: FeedTree
  /// The addresses of pictures by the ids of their items.
  private var attachments: [String: String] = [:]

  /// Looks at a feed; nil if it is no export.
  init?(_ tree: FeedTree, _ items: [Int]) {
    guard items.contains(where: { tree.text(["wp:post_type"], of: $0) != nil }) else { return nil }
    self.tree = tree
    for item in items {
      guard let id = tree.text(["wp:post_id"], of: item),
        let address = tree.text(["wp:attachment_url"], of: item)
      else { continue }
      attachments[id] = address
    }
  }

  /// Whether an item is a post, or of a kind of posts that a site has made itself.
  func isArticle(_ item: Int) -> Bool {
    let type = tree.text(["wp:post_type"], of: item) ?? "post"
    return !Self.others.contains(type) && !type.hasPrefix("wp_") && !type.hasPrefix("acf-")
  }

  /// The status of an item that its author keeps back; nil if it is published.
  func heldStatus(of item: Int) -> String? {
    let status = tree.text(["wp:status"], of: item) ?? "publish"
    guard tree.text(["wp:post_password"], of: item) == nil else { return "protected by a password" }
    return status == "publish" ? nil : status
  }

  /// Makes a draft of a post.
  func draft(of item: Int) -> ArticleDraft {
    var draft = RSSItemReading(tree: tree, item: item).draft()
    if let body = tree.text(["content:encoded"], of: item) {
      draft.paragraphs = []
      draft.html = nil
      let page = draft.url.flatMap { WebAddress($0) } ?? tree.base(of: item)
      draft.fill(html: WordPressText.html(body), base: page)
    }
    if draft.summary == nil { draft.summary = excerpt(of: item) }
    // The time in UTC is trusted before the one in the form of RSS, which a post of no date lacks.
    let zone = tree.texts(["wp:post_date_gmt"], of: item).filter { !$0.hasPrefix("0000") }
    let local = tree.texts(["wp:post_date"], of: item).filter { !$0.hasPrefix("0000") }
    draft.published = zone + draft.published + local
    draft.modified = tree.texts(["wp:post_modified_gmt"], of: item) + draft.modified
    if let picture = featured(item) { draft.pictures.insert(picture, at: 0) }
    return draft
  }

  private func excerpt(of item: Int) -> String? {
    tree.xml.children(of: item).first { tree.xml.nodes[$0].namespace.contains("/excerpt/") }
      .map { tree.xml.text(of: $0) }.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
  }

  private func featured(_ item: Int) -> Picture? {
    let meta = tree.all(["wp:postmeta"], of: item).first {
      tree.text(["wp:meta_key"], of: $0) == "_thumbnail_id"
    }
    return meta.flatMap { tree.text(["wp:meta_value"], of: $0) }.flatMap { attachments[$0] }
      .flatMap { WebAddress($0) }.map { Picture(url: $0.description) }
  }

  /// The kinds of items that WordPress itself has beside posts.
  private static let others: Set = [
    "page", "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset",
    "oembed_cache", "user_request", "elementor_library", "feedback", "amp_validated_url",
    "shop_order", "product_variation", "mc4wp-form", "wpcf7_contact_form",
  ]
}
