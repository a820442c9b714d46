/// A web server or host that serves `public/` from its files and can be told about them.
public enum StaticHost: String, Hashable, Sendable, CaseIterable {
  /// nginx, by a file to include in its `server`.
  case nginx
  /// Caddy, by a file to import in its site.
  case caddy
  /// Netlify, by the files `_headers` and `_redirects` that it looks for.
  case netlify
  /// GitHub Pages, which takes no headers; its file keeps Jekyll away.
  case github

  /// The paths of its documents, relative to `public/`.
  public var paths: [String] {
    switch self {
    case .nginx: ["_nginx.conf"]
    case .caddy: ["_Caddyfile"]
    case .netlify: ["_headers", "_redirects"]
    case .github: [".nojekyll"]
    }
  }
}
