internal import CCharsets
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the charset of bytes: by byte order mark, as declared, as UTF-8 if it is valid, as
/// guessed, else windows-1252.
enum Charset {
  /// Turns bytes into text.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - declared: The charset that the file states.
  /// - Returns: The text.
  /// - Throws: `ArticleError` with `notText` if the bytes are no text in any charset.
  static func text(of file: ArticleFile, declared: String? = nil) throws(ArticleError) -> String {
    let bytes = file.bytes
    if let marked = markedText(bytes) { return marked }
    if let kind = binaryKind(bytes) {
      throw ArticleError(path: file.path, problem: .notText(kind))
    }
    if bytes.contains(0) {
      guard let order = wideOrder(bytes), let text = decoded(bytes[...], order) else {
        // A few among many are damage to a text, or a field that a database did not fill.
        let kept = bytes.filter { $0 != 0 }
        if (bytes.count - kept.count) * 1_000 <= bytes.count {
          var mended = file
          mended.bytes = kept
          return try text(of: mended, declared: declared)
        }
        throw ArticleError(path: file.path, problem: .notText("binary data (NUL bytes)"))
      }
      return text
    }
    let label = declared.map(iconvName)
    // ISO-2022 hides behind ASCII bytes; any other charset that is valid UTF-8 is UTF-8.
    if label?.hasPrefix("ISO-2022") != true, let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    if let label, label != "UTF-8", let text = decoded(bytes[...], label) { return text }
    if let guess = guess(bytes), let text = decoded(bytes[...], iconvName(guess)) { return text }
    guard let text = decoded(bytes[...], "CP1252") else {
      throw ArticleError(path: file.path, problem: .notText("bytes of no known charset"))
    }
    return text
  }

  /// Turns a part of a file into text; empty if it is no text in any charset.
  static func text(ofPart bytes: [UInt8], declared: String?) -> String {
    let file = ArticleFile(path: "", bytes: bytes, modified: Date(timeIntervalSince1970: 0))
    do throws(ArticleError) {
      return try text(of: file, declared: declared)
    } catch {
      return ""
    }
  }

  private static func markedText(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      // A file that is marked as UTF-8 and has some wrong bytes is read with those replaced.
      return bytes.contains(0) ? nil : String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return decoded(bytes.dropFirst(4), "UTF-32LE") }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return decoded(bytes.dropFirst(4), "UTF-32BE") }
    if bytes.starts(with: [0xFF, 0xFE]) { return decoded(bytes.dropFirst(2), "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return decoded(bytes.dropFirst(2), "UTF-16BE") }
    return nil
  }

  /// UTF-16 without a mark: in Western text nearly every second byte is 0.
  private static func wideOrder(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let sample = bytes.prefix(4096)
    let even = sample.enumerated().count { $0.offset.isMultiple(of: 2) && $0.element == 0 }
    let odd = sample.enumerated().count { !$0.offset.isMultiple(of: 2) && $0.element == 0 }
    let half = sample.count / 2
    if odd * 10 > half * 7, even * 50 < half { return "UTF-16LE" }
    if even * 10 > half * 7, odd * 50 < half { return "UTF-16BE" }
    return nil
  }

  /// The kind of the bytes, if their first ones or their controls say that they are no text.
  private static func binaryKind(_ bytes: [UInt8]) -> String? {
    for (kind, magic) in magics where bytes.starts(with: magic) { return kind }
    let sample = bytes.prefix(65_536)
    let controls = sample.count {
      $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B && $0 != 0
    }
    // One in a hundred: texts have none, compressed data has one in nine.
    return controls * 100 > sample.count ? "binary data" : nil
  }

  private static let magics: [(String, [UInt8])] = [
    ("a PDF document", Array("%PDF-".utf8)), ("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
    ("a gzip file", [0x1F, 0x8B]), ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", Array("GIF8".utf8)),
    ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]), ("a program", [0x7F, 0x45, 0x4C, 0x46]),
  ]

  private static func guess(_ bytes: [UInt8]) -> String? {
    // uchardet is sure after some hundred bytes; more only costs time.
    let sample = bytes.prefix(65_536)
    var name = [CChar](repeating: 0, count: 40)
    sample.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      newsfold_guess_charset(
        start.assumingMemoryBound(to: CChar.self), buffer.count, &name, name.count)
    }
    let guess = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return guess.isEmpty || guess == "ASCII" ? nil : guess
  }

  /// Nil if the charset is unknown, or more than one character in twenty of the bytes beyond ASCII
  /// means nothing in it.
  private static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> String? {
    var count = 0
    var badCount = 0
    let buffer = bytes.withUnsafeBytes { buffer -> UnsafeMutablePointer<CChar>? in
      guard let start = buffer.baseAddress else { return nil }
      return newsfold_decode(
        name, start.assumingMemoryBound(to: CChar.self), buffer.count, &count, &badCount)
    }
    guard let buffer else { return bytes.isEmpty ? "" : nil }
    defer { free(buffer) }
    let high = bytes.count { $0 >= 0x80 }
    guard name == "CP1252" || name.hasPrefix("UTF-") || badCount * 20 <= high else { return nil }
    let raw = UnsafeRawBufferPointer(start: buffer, count: count)
    return String(decoding: raw, as: UTF8.self)
  }

  /// The name that iconv knows, with the meaning that browsers give it (WHATWG Encoding §4.2).
  private static func iconvName(_ label: String) -> String {
    let upper = label.uppercased().replacing("_", with: "-").trimmingWhitespace()
    return names[upper] ?? upper
  }

  private static let names = [
    "UTF8": "UTF-8", "ASCII": "CP1252", "US-ASCII": "CP1252", "ISO-8859-1": "CP1252",
    "ISO8859-1": "CP1252", "LATIN1": "CP1252", "LATIN-1": "CP1252", "WINDOWS-1252": "CP1252",
    "ISO-8859-9": "CP1254", "TIS-620": "CP874", "ISO-8859-11": "CP874", "GB2312": "GB18030",
    "GBK": "GB18030", "X-GBK": "GB18030", "HZ-GB-2312": "HZ", "SHIFT-JIS": "CP932",
    "X-SJIS": "CP932", "SJIS": "CP932", "EUC-KR": "CP949", "KS-C-5601-1987": "CP949",
    "UHC": "CP949", "BIG5": "BIG5-HKSCS", "MAC-CYRILLIC": "MAC-CYRILLIC",
  ]
}
