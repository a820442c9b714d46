internal import CWordFrequencies
internal import Synchronization

/// The tables of all languages, each read when it is first asked for.
///
/// A cache of constants: its answers never depend on earlier questions.
final class FrequencyTables: Sendable {
  /// The one set of tables.
  static let shared = FrequencyTables()

  private let indices: [LanguageCode: Int]
  private let parsed = Mutex<[LanguageCode: FrequencyTable]>([:])
  /// The languages that have a table, in order.
  let languages: [LanguageCode]

  private init() {
    var indices: [LanguageCode: Int] = [:]
    for index in 0..<newsfold_frequency_table_count() {
      let table = newsfold_frequency_table_at(index)
      indices[LanguageCode(tag: String(cString: table.language))] = index
    }
    self.indices = indices
    languages = indices.keys.sorted()
  }

  /// The table of a language, nil if it has none.
  func table(_ language: LanguageCode) -> FrequencyTable? {
    guard let index = indices[language] else { return nil }
    return parsed.withLock { parsed in
      if let table = parsed[language] { return table }
      let table = FrequencyTable(newsfold_frequency_table_at(index))
      parsed[language] = table
      return table
    }
  }

  /// Every term of a language with its weight, in the order of their bytes.
  func terms(_ language: LanguageCode, visit: ([UInt8], UInt8) -> Void) {
    guard let index = indices[language] else { return }
    _ = FrequencyTable(newsfold_frequency_table_at(index), visit: visit)
  }
}
