/// The header fields that guard a browser, the same from the service and from static hosts.
public enum PagePolicy {
  /// The sources that pages may load from: their own files, pictures and media from anywhere, no
  /// script from elsewhere.
  public static let contentSecurityPolicy =
    "default-src 'self'; img-src 'self' data: https: http:; media-src 'self' https: http:; "
    + "style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; base-uri 'none'; "
    + "form-action 'self'; frame-ancestors 'none'"
  /// The value of `Referrer-Policy`.
  public static let referrerPolicy = "strict-origin-when-cross-origin"
}
