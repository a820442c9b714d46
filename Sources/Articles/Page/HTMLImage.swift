import Markup
import NewsModel

/// The address of an image worth keeping.
enum HTMLImage {
  /// - Returns: The absolute address; nil for tracking pixels, placeholders and images without one.
  static func address(of node: HTMLNode, base: WebAddress?) -> String? {
    HTMLSanitizer.imageAddress(of: node, base: base)
  }
}
