import Testing

@testable import Articles

@Suite("Which files are not looked at")
struct IgnoreRulesTests {
  @Test(
    "defaults",
    arguments: [
      (".x.txt.swp", "*.swp"), (".x.txt.Ab12Cd", ".*"), ("a/.git/config", ".*"), ("x.txt~", "*~"),
      ("~$report.docx", "~*"),
      ("#x.txt#", "#*"), ("a/x.sync-conflict-20261121-090500-ABCDEFG.txt", "*.sync-conflict-*"),
      ("Bridge closes_files/frame.html", "*_files/"), ("a/b_files/c/d.html", "*_files/"),
      ("x.html.part", "*.part"), ("x.PNG", "*.png"), ("__MACOSX/a.txt", "__*"),
      ("lost+found/a.txt", "lost+found/"),
    ])
  func defaults(name: (path: String, rule: String)) {
    #expect(IgnoreRules().rule(for: name.path) == name.rule)
  }

  @Test(
    "what is read",
    arguments: [
      "a.txt", "article?id=7", "page.html.1", "noextension", "a/b/c.md", "my_files.html",
      "profiles/a.txt",
      "README.md", "robots.txt", "a.gz",
    ])
  func read(path: String) {
    #expect(IgnoreRules().rule(for: path) == nil)
  }

  @Test("patterns of a site, and a default taken back by !")
  func own() {
    let rules = IgnoreRules([
      "drafts/", "/top.md", "wire/**/old-*", "*.log", "!case_files/", "a?c.txt",
    ])

    #expect(rules.rule(for: "x/Drafts/y.md") == "drafts/")
    #expect(rules.rule(for: "drafts") == nil)
    #expect(rules.rule(for: "top.md") == "/top.md")
    #expect(rules.rule(for: "x/top.md") == nil)
    #expect(rules.rule(for: "wire/2026/11/old-a.txt") == "wire/**/old-*")
    #expect(rules.rule(for: "wire/old-a.txt") == "wire/**/old-*")
    #expect(rules.rule(for: "other/old-a.txt") == nil)
    #expect(rules.rule(for: "x.log") == "*.log")
    #expect(rules.rule(for: "case_files/a.html") == nil)
    #expect(rules.rule(for: "other_files/a.html") == "*_files/")
    #expect(rules.rule(for: "abc.txt") == "a?c.txt")
  }

  @Test("a pattern of many stars takes no longer for it")
  func stars() {
    let rules = IgnoreRules([
      String(repeating: "a*", count: 500) + "b", String(repeating: "**/", count: 200) + "x",
    ])
    let name = String(repeating: "a", count: 5_000)

    #expect(rules.rule(for: String(repeating: name + "/", count: 20) + "c") == nil)
  }
}
