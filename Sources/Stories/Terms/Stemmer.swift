internal import CSnowball

/// Snowball's stemmer of one language.
///
/// Not for use by two threads at once.
final class Stemmer {
  /// The languages that libstemmer 2.2 stems, by Snowball's name of the algorithm.
  static let algorithms: [String: String] = [
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
  ]

  private let stemmer: OpaquePointer

  /// Makes the stemmer of a language; nil if Snowball has none.
  init?(_ language: LanguageCode) {
    guard let name = Self.algorithms[language.name], let stemmer = newsfold_stemmer_new(name) else {
      return nil
    }
    self.stemmer = stemmer
  }

  deinit {
    newsfold_stemmer_free(stemmer)
  }

  /// The stem of a word in lower case.
  func stem(_ word: [UInt8]) -> [UInt8] {
    var count: Int32 = 0
    guard let stem = newsfold_stemmer_stem(stemmer, word, Int32(word.count), &count) else {
      return word
    }
    return Array(UnsafeBufferPointer(start: stem, count: Int(count)))
  }
}
