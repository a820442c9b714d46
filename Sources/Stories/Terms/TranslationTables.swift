internal import CTranslations
internal import Synchronization

/// The translation tables of all languages, each read when it is first asked for.
///
/// A cache of constants: its answers never depend on earlier questions.
final class TranslationTables: Sendable {
  /// The one set of tables.
  static let shared = TranslationTables()

  private let indices: [LanguageCode: Int]
  private let english: [PivotTerm]
  private let parsed = Mutex<[LanguageCode: TranslationTable]>([:])

  private init() {
    var indices: [LanguageCode: Int] = [:]
    for index in 0..<newsfold_translation_table_count() {
      indices[LanguageCode(tag: String(cString: newsfold_translation_table_at(index).language))] =
        index
    }
    self.indices = indices
    english =
      indices[.english].map { TranslationTable.pivots(newsfold_translation_table_at($0)) } ?? []
  }

  /// The table of a language, nil if it has none.
  func table(_ language: LanguageCode) -> TranslationTable? {
    guard let index = indices[language] else { return nil }
    return parsed.withLock { parsed in
      if let table = parsed[language] { return table }
      let table =
        language == .english
        ? TranslationTable(pivots: english)
        : TranslationTable(newsfold_translation_table_at(index), pivots: english)
      parsed[language] = table
      return table
    }
  }
}
