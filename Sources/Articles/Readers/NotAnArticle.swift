/// Recognises files among articles that are none, by their names.
enum NotAnArticle {
  /// The reason why a file of this name is no article; nil if it may be one.
  static func problem(ofName path: String) -> ArticleError.Problem? {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if let kind = names[name] { return .noArticle(kind: kind, remedy: remedy) }
    let stem = name.prefix { $0 != "." }
    let ending = ArticleFileName.pathExtension(of: name)
    if stems.contains(String(stem)),
      ["", "md", "txt", "rst", "adoc", "org", "markdown"].contains(ending)
    {
      return .noArticle(kind: "what a project says of itself (\(stem))", remedy: remedy)
    }
    if ending == "webmanifest" || name.hasSuffix(".webmanifest.json") {
      return .noArticle(kind: "the manifest of a web application", remedy: remedy)
    }
    return nil
  }

  private static let remedy = "Remove it, or name it in the setting ignore"

  private static let stems: Set = [
    "readme", "license", "licence", "copying", "changelog", "contributing", "authors", "notice",
    "code_of_conduct", "security", "makefile", "dockerfile", "gemfile",
  ]

  private static let names: [String: String] = [
    "robots.txt": "a site's word to crawlers", "humans.txt": "a site's note on its makers",
    "ads.txt": "a site's list of advertisers", "app-ads.txt": "a site's list of advertisers",
    "security.txt": "a site's note on security", "llms.txt": "a site's note to language models",
    "package.json": "the manifest of a package", "package-lock.json": "the manifest of a package",
    "composer.json": "the manifest of a package", "tsconfig.json": "settings of a compiler",
    "manifest.json": "the manifest of a web application",
    "site.webmanifest": "the manifest of a web application",
    "requirements.txt": "a list of packages", "cmakelists.txt": "a description of a build",
    "browserconfig.xml": "settings of a browser", "_index.md": "the page of a section (Hugo)",
    "_index.markdown": "the page of a section (Hugo)",
    "_index.html": "the page of a section (Hugo)",
    "_config.yml": "settings of a site generator", "mkdocs.yml": "settings of a site generator",
    "newsfold.yaml": "settings of newsfold", "pins.yaml": "pins of newsfold",
  ]
}
