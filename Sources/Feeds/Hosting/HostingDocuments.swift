public import FoundationEssentials
public import NewsModel

/// Writes what static hosts are told: media types, header fields, redirects of merged stories, 410
/// for withdrawn ones. Pure.
public struct HostingDocuments {
  private let site: SiteDescription
  private let seconds: Int
  private let retired: [Tombstone]

  /// The most retired stories that are named: Netlify reads some thousand rules at most. The pages
  /// of older ones lead on by themselves.
  public static let mostRetired = 1000

  /// Takes what hosts are told.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - minutesToLive: The minutes that a reader may keep a document.
  ///   - retired: The retired stories, the latest first.
  public init(site: SiteDescription, minutesToLive: Int, retired: some Sequence<Tombstone>) {
    self.site = site
    seconds = minutesToLive * 60
    self.retired = Array(retired.prefix(Self.mostRetired))
  }

  /// Renders the documents of a host.
  public func documents(for host: StaticHost, lastModified: Date) -> [FeedDocument] {
    let texts =
      switch host {
      case .nginx: [nginx]
      case .caddy: [caddy]
      case .netlify: [headers, redirects]
      case .github: [""]
      }
    return zip(host.paths, texts).map { path, text in
      FeedDocument(
        path: path, mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8),
        lastModified: lastModified)
    }
  }

  /// The path below which the site is served: `/` or `/news/`.
  private var root: String {
    let rest = site.baseURL.drop { $0 != ":" }.dropFirst(3)
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  private func path(of tombstone: Tombstone) -> String { "\(root)stories/\(tombstone.slug)/" }

  private static let feedTypes = [
    ("atom.xml", "application/atom+xml; charset=utf-8"),
    ("rss.xml", "application/rss+xml; charset=utf-8"), ("feed.json", "application/feed+json"),
    ("feeds.opml", "text/x-opml; charset=utf-8"),
  ]

  // nginx.

  private var nginx: String {
    var lines = [
      "# Written by newsfold. In a server block: root …/public; include …/public/_nginx.conf;",
      "# Merged stories are known to nginx from its next reload; until then their pages lead on.",
      "gzip_static on; gzip_vary on; if_modified_since before; expires \(seconds)s; index index.html;",
      "add_header X-Content-Type-Options nosniff always;",
      "add_header Content-Security-Policy \"\(PagePolicy.contentSecurityPolicy)\" always;",
      "add_header Referrer-Policy \(PagePolicy.referrerPolicy) always;",
      "location ~ /[._](?:nginx|Caddyfile|headers|redirects|nojekyll) { return 404; }",
    ]
    for (name, type) in Self.feedTypes {
      let pattern = name.replacing(".", with: "\\.")
      lines.append(
        "location ~ /\(pattern)$ { types { } default_type \"\(type)\"; "
          + "add_header X-Content-Type-Options nosniff; add_header Access-Control-Allow-Origin *; }"
      )
    }
    for tombstone in retired {
      if let url = tombstone.survivorLink {
        lines.append("location = \(path(of: tombstone)) { return 308 \(url); }")
      } else {
        lines.append(
          "location = \(path(of: tombstone)) { error_page 410 \(path(of: tombstone))index.html; return 410; }"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // Caddy.

  private var caddy: String {
    var lines = [
      "# Written by newsfold. In a site: root * …/public, then import …/public/_Caddyfile",
      "# Merged stories are known to Caddy from its next reload; until then their pages lead on.",
      "header X-Content-Type-Options nosniff",
      "header Cache-Control \"public, max-age=\(seconds)\"",
      "@newsfold_pages not path *.xml *.json *.opml",
      "header @newsfold_pages {",
      "\tContent-Security-Policy \"\(PagePolicy.contentSecurityPolicy)\"",
      "\tReferrer-Policy \(PagePolicy.referrerPolicy)",
      "}",
      "@newsfold_data path *.xml *.json *.opml",
      "header @newsfold_data Access-Control-Allow-Origin *",
      "@newsfold_own path */_nginx.conf */_Caddyfile */_headers */_redirects */.nojekyll",
      "error @newsfold_own 404",
    ]
    for (place, (name, type)) in Self.feedTypes.enumerated() {
      lines.append("@newsfold_\(place) path */\(name)")
      lines.append("header @newsfold_\(place) Content-Type \"\(type)\"")
    }
    for tombstone in retired {
      if let url = tombstone.survivorLink {
        lines.append("redir \(path(of: tombstone)) \(url) 308")
      } else {
        lines.append("error \(path(of: tombstone)) 410")
      }
    }
    lines += ["file_server {", "\tprecompressed gzip", "}"]
    return lines.joined(separator: "\n") + "\n"
  }

  // Netlify.

  private var headers: String {
    var lines = [
      "\(root)*", "  X-Content-Type-Options: nosniff",
      "  Cache-Control: public, max-age=\(seconds)",
      "  Content-Security-Policy: \(PagePolicy.contentSecurityPolicy)",
      "  Referrer-Policy: \(PagePolicy.referrerPolicy)",
    ]
    for feed in site.feeds {
      let folder = feed.name.isEmpty ? root : "\(root)\(feed.name)/"
      for (name, type) in Self.feedTypes where feed.name.isEmpty || name != "feeds.opml" {
        for place in name == "feeds.opml" ? [""] : ["", "archive/:number/"] {
          lines += [
            "\(folder)\(place)\(name)", "  Content-Type: \(type)",
            "  Access-Control-Allow-Origin: *",
          ]
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `301!`: Netlify knows no 308, and follows a rule for an address that has a file only with `!`.
  private var redirects: String {
    retired.map { tombstone in
      tombstone.survivorLink.map { "\(path(of: tombstone)) \($0) 301!\n" }
        ?? "\(path(of: tombstone)) \(path(of: tombstone))index.html 410!\n"
    }.joined()
  }
}
