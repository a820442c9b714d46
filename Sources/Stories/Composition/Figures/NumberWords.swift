import NewsModel

/// Numbers written as words, where a language writes them in one word or a simple row of words.
///
/// The words are by language, because a number in one language is another word in the next ("once",
/// "sei"). "One" and "un" are left out, because they are mostly articles and pronouns; in English
/// "one" counts before the word for what is counted ("one person killed").
enum NumberWords {
  /// The values of a language's number words by their whole hashes; of English where the language
  /// is unknown.
  static func table(language: String) -> [UInt64: Double] {
    values[language.isEmpty ? "en" : language] ?? [:]
  }

  /// The factor of a word that multiplies the number before it (thousand, Millionen, tỷ); nil for
  /// others.
  static func factor(_ hash: UInt64) -> Double? { factors[hash] }

  /// The hash of "one".
  static let one = WordHash.of("one")
  /// The hash of "hundred".
  static let hundred = WordHash.of("hundred")

  private static let values: [String: [UInt64: Double]] = {
    var tables: [String: [UInt64: Double]] = [:]
    for row in rows {
      var value = row.first
      for word in row.words.split(separator: " ") {
        tables[row.language, default: [:]][WordHash.of(String(word))] = value
        value += row.step
      }
    }
    return tables
  }()

  private static let rows: [(language: String, words: String, first: Double, step: Double)] = [
    ("en", "two three four five six seven eight nine ten eleven twelve thirteen fourteen", 2, 1),
    ("en", "fifteen sixteen seventeen eighteen nineteen", 15, 1),
    ("en", "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    ("de", "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn", 2, 1),
    ("de", "fünfzehn sechzehn siebzehn achtzehn neunzehn", 15, 1),
    ("de", "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
    ("fr", "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze", 2, 1),
    ("fr", "quinze seize", 15, 1),
    ("fr", "vingt trente quarante cinquante soixante", 20, 10),
    ("es", "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce", 2, 1),
    ("es", "quince dieciséis diecisiete dieciocho diecinueve", 15, 1),
    ("es", "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10),
    ("it", "due tre quattro cinque sei sette otto nove dieci undici dodici tredici", 2, 1),
    ("it", "quattordici quindici sedici diciassette diciotto diciannove venti", 14, 1),
    ("pt", "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze", 2, 1),
    (
      "nl", "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien", 2,
      1
    ),
    ("ru", "два три четыре пять шесть семь восемь девять десять", 2, 1),
    ("ru", "двое трое четверо пятеро шестеро семеро", 2, 1),
    ("vi", "hai ba bốn năm sáu bảy tám chín mười", 2, 1),
  ]

  private static let factors: [UInt64: Double] = {
    var table: [UInt64: Double] = [:]
    for (words, factor) in factorRows {
      for word in words.split(separator: " ") { table[WordHash.of(String(word))] = factor }
    }
    return table
  }()

  private static let factorRows: [(words: String, factor: Double)] = [
    ("thousand tausend mille mil mila duizend тысяч тысячи тыс nghìn ngàn", 1e3),
    (
      "million millions mln mio millionen millones millón milioni milhões miljoen миллион миллиона "
        + "миллионов млн triệu", 1e6
    ),
    (
      "billion billions bn mrd milliarde milliarden milliard milliards miliardi miljard миллиард "
        + "миллиардов млрд tỷ tỉ", 1e9
    ),
    ("trillion trillions", 1e12),
  ]
}
