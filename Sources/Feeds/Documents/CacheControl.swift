/// The value of HTTP's `Cache-Control` for what is published (RFC 9111 §5.2.2).
public enum CacheControl {
  /// Lets everybody keep a document for some seconds.
  public static func value(seconds: Int) -> String { "public, max-age=\(seconds)" }
}
