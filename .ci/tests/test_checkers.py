"""The checkers of .ci find what they are for, on bad samples, and leave good code alone."""

import contextlib
import importlib.machinery
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

CI = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
sys.path.insert(0, CI)


def load(name):
    loader = importlib.machinery.SourceFileLoader(name, os.path.join(CI, name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


graph = load("graph")
lint = load("lint")
words = load("words")
from swift_source import blanked  # noqa: E402


class BlankedSource(unittest.TestCase):
    def test_comments_and_strings_go_and_code_stays(self):
        table = [
            ('let a = 1 // print("x")', "let a = 1"),
            ("/* a /* b */ c */ let a", "let a"),
            ('let a = "print(x)"', 'let a = "        "'),
            ('let a = "\\"print(x)"', 'let a = "          "'),
            ('let a = #"raw " print(x)"#', 'let a = #"              "#'),
            ('let a = """\n  print(x)\n  """ + b', 'let a = """\n          \n  """ + b'),
            ('f("\\(print(x))")', 'f("  print(x) ")'),
            ('f("\\(g("a(b")) c")', 'f("  g("   ")   ")'),
        ]
        for source, expected in table:
            with self.subTest(source):
                self.assertEqual(blanked(source).strip(), expected)

    def test_lines_stay_where_they_are(self):
        source = 'a\n/* b\nc */\nlet d = """\n e \\(f)\n """\ng // h\n'

        self.assertEqual(blanked(source).count("\n"), source.count("\n"))
        self.assertEqual(len(blanked(source)), len(source))


class Graph(unittest.TestCase):
    def findings(self, target, text):
        return list(graph.findings_in(target, "File.swift", text))

    def test_every_way_to_write_a_forbidden_import_is_found(self):
        for line in [
            "import Logging", "public import Logging", "internal import Logging", "private import Logging",
            "@preconcurrency import Logging", "@_exported public import Logging", "import struct Logging.Logger",
            "  import Logging", "import FeedServer", "@testable import Stories", "import NIOCore",
        ]:
            with self.subTest(line):
                found = self.findings("Feeds", line)
                self.assertTrue(any("may not import" in message for _, message in found), found)

    def test_what_the_table_allows_is_allowed(self):
        for target, line in [
            ("Feeds", "public import NewsModel"), ("Feeds", "import Markup"), ("Stories", "import HeapModule"),
            ("Articles", "import Yams"), ("SyncDaemon", "import Logging"), ("FeedServer", "import NIOCore"),
            ("NewsModel", "public import FoundationEssentials"), ("newsfold", "import ArgumentParser"),
        ]:
            with self.subTest(line):
                self.assertEqual(self.findings(target, line), [])

    def test_stages_do_not_know_each_other(self):
        for target, other in [
            ("Stories", "Articles"), ("Stories", "Markup"), ("Feeds", "Stories"), ("Articles", "Stories"),
            ("FeedServer", "SyncDaemon"), ("SyncDaemon", "FeedServer"), ("NewsModel", "Markup"), ("Markup", "Feeds"),
        ]:
            with self.subTest(f"{target} -> {other}"):
                self.assertEqual(len(self.findings(target, f"import {other}")), 1)

    def test_every_effect_is_refused_in_a_pure_target(self):
        for code in [
            "FileManager.default.contents(atPath: p)", "let f = open(p, O_RDONLY)", "fopen(p, m)", "let d = Date()",
            "Date.now", "let d: Date = .now", "clock_gettime(CLOCK_REALTIME, &t)", "time(nil)", "Logger(label: l)",
            "print(x)", "debugPrint(x)", "URLSession.shared", "SystemRandomNumberGenerator()", "Int.random(in: 0..<3)",
            "names.randomElement()", "names.shuffled()", "Hasher()", "x.hashValue", "UUID()", "ContinuousClock()",
            "Task.sleep(for: d)", "Task { }", "Task.detached { }", "getenv(n)", "ProcessInfo.processInfo",
            "CommandLine.arguments", "try Data(contentsOf: url)", "try text.write(to: url)", "nonisolated(unsafe) var x = 0",
            "Locale.current", "TimeZone.current", "exit(1)", 'f("\\(Date())")', "date.timeIntervalSinceNow",
            "Bundle.module", "Date.init()", "Date (  )", "readdir(d)", "socket(a, b, c)",
        ]:
            for target in graph.PURE:
                with self.subTest(f"{target}: {code}"):
                    self.assertTrue(any("is pure" in message for _, message in self.findings(target, code)))

    def test_effects_at_the_edge_are_no_finding(self):
        self.assertEqual(self.findings("SyncDaemon", "let d = Date(); print(d); open(p, 0)"), [])

    def test_what_only_looks_like_an_effect_is_none(self):
        for code in [
            "// print(x), Date()", '"Date() and print(x)"', "writer.open(tag)", "func open(_ tag: Tag) {}",
            "list.append(contentsOf: other)", "func hash(into hasher: inout Hasher) {}", "Hasher256()",
            "Date(timeIntervalSince1970: 0)", "let time = 3", "items.shuffled(using: &generator)", "article.date",
            "Task_name", "time(date)", "struct TaskName {}", "let random = generator.next()", "x.now", "snapshot(x)", "fingerprint(x)",
        ]:
            with self.subTest(code):
                self.assertEqual(self.findings("Stories", code), [])

    def test_lines_are_named(self):
        found = self.findings("Stories", "import NewsModel\n\n/* a\n b */\nlet d = Date()\n")

        self.assertEqual([line for line, _ in found], [5])

    def test_a_target_without_a_line_in_the_table_is_found(self):
        root = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, root)
        for target in list(graph.ALLOWED) + ["Extras", "CShim"]:
            os.makedirs(os.path.join(root, "Sources", target))
        for name in ("Extras/A.swift", "CShim/shim.c"):
            open(os.path.join(root, "Sources", name), "w").close()

        lines = graph.check(root)

        self.assertEqual(len(lines), 1, lines)
        self.assertIn("Sources/Extras", lines[0])


class Words(unittest.TestCase):
    def findings(self, path, text):
        here = {"README.md", "Sources/A.swift", "Tests/Benchmarks/soak.py"}
        exists = lambda name: name in here or name in {os.path.basename(path) for path in here}
        return [message for _, message in words.findings_in(path, text, exists, {"Settings"})]

    def test_each_rule_finds_its_bad_sample(self):
        for path, text in [
            ("Sources/A.swift", "/// As DESIGN.md says.\nlet a = 1\n"),
            ("README.md", "See Sources/Gone.swift.\n"),
            ("Sources/A.swift", "/// `Gone.swift` makes it.\nlet a = 1\n"),
            ("Sources/A.swift", "/// Measured with gone.py.\nlet a = 1\n"),
            ("README.md", "<doc:Gone>\n"),
            ("README.md", "As found in session 9.\n"),
            ("Makefile", "# Issue 5 asks for it.\n"),
            ("Sources/A.swift", "// Invariant 3.\nlet a = 1\n"),
            ("Sources/A.swift", "/// What it is.\nlet a = 1\n"),
            ("Tests/ATests.swift", "  /// How many there are.\n  let a = 1\n"),
            ("Sources/A.swift", "// " + "word " * 20 + "\nlet a = 1\n"),
        ]:
            with self.subTest(text):
                self.assertEqual(len(self.findings(path, text)), 1)

    def test_good_words_are_no_finding(self):
        for path, text in [
            ("Sources/A.swift", "/// Whether it is one, as README.md says, by `A.swift` and soak.py.\nlet a = 1\n"),
            ("Sources/A.swift", "/// One thing.\n/// What is more, this is no first line.\nlet a = 1\n"),
            ("Sources/A.swift", 'let a = "DESIGN.md, session 9" // A name in a string is no comment.\n'),
            ("Sources/A.swift", "///     swift run " + "Benchmark " * 12 + "\nlet a = 1\n"),
            ("Sources/A.swift", "let a = \"\"\"\n  // " + "a line of a text " * 8 + "\n  \"\"\"\n"),
            ("README.md", "<doc:Settings>, issue 4 of 7.\n"),
        ]:
            with self.subTest(text):
                self.assertEqual(self.findings(path, text), [])

    def test_a_finding_fails_the_check(self):
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, "Sources"))
            path = os.path.join(folder, "Sources", "A.swift")
            subprocess.run(["git", "init", "--quiet", folder], check=True)
            with contextlib.redirect_stdout(io.StringIO()):
                for text, status in [("/// What it is.\nlet a = 1\n", 1), ("/// A number.\nlet a = 1\n", 0)]:
                    with open(path, "w") as file:
                        file.write(text)
                    self.assertEqual(words.main([folder]), status)


class Lint(unittest.TestCase):
    def findings(self, text, where="Sources/Stories/File.swift"):
        return list(lint.findings_in(where, text))

    def test_each_rule_finds_its_bad_sample(self):
        for code, where in [
            ("let a = try! f()", "Sources/Stories/A.swift"),
            ("let a = b as! C", "Sources/Stories/A.swift"),
            ("let a = b!", "Sources/Stories/A.swift"),
            ("let a = b[0]!.c", "Sources/Stories/A.swift"),
            ("let a = f()!", "Sources/newsfold/A.swift"),
            ("fatalError(m)", "Sources/SyncDaemon/A.swift"),
            ("print(a)", "Sources/SyncDaemon/A.swift"),
            ("let a = try? f()", "Sources/Stories/A.swift"),
            ("final class A: @unchecked Sendable {}", "Sources/SyncDaemon/A.swift"),
            ("struct FeedManager {}", "Sources/Feeds/A.swift"),
            ("enum PathUtils {}", "Sources/Feeds/A.swift"),
            ("struct ArticleData {}", "Sources/Feeds/A.swift"),
            ("// TODO: later", "Sources/Feeds/A.swift"),
            ("// MARK: - Private\nfunc f() {}", "Sources/Feeds/A.swift"),
            ("import XCTest", "Tests/FeedsTests/A.swift"),
            ("try await Task.sleep(for: .seconds(1))", "Tests/FeedsTests/A.swift"),
            ("#expect(true)", "Tests/FeedsTests/A.swift"),
        ]:
            with self.subTest(code):
                self.assertEqual(len(self.findings(code, where)), 1)

    def test_good_code_is_no_finding(self):
        for code, where in [
            ("if a != b {}", "Sources/Stories/A.swift"),
            ("if !a {}", "Sources/Stories/A.swift"),
            ("let a = !b && !c", "Sources/Stories/A.swift"),
            ('let a = "print(x)! TODO"', "Sources/Stories/A.swift"),
            ("print(a)", "Sources/newsfold/A.swift"),
            ("// nil says the same.\nlet a = try? f()", "Sources/Stories/A.swift"),
            ("let a = try? f()  // nil says the same", "Sources/Stories/A.swift"),
            ("guard let a = try? f() else {\n  throw .unreadable\n}", "Sources/Stories/A.swift"),
            ("struct NewsArticle {}", "Sources/Feeds/A.swift"),
            ("struct Database {}", "Sources/Feeds/A.swift"),
            ("struct JournalLogHandler: LogHandler {}", "Sources/Feeds/A.swift"),
            ("// MARK: Equatable\nextension A: Equatable {}", "Sources/Feeds/A.swift"),
            ("let a = try! f()", "Tests/FeedsTests/A.swift"),
        ]:
            with self.subTest(code):
                self.assertEqual(self.findings(code, where), [])


if __name__ == "__main__":
    unittest.main()
