/// Distances from UTC by the abbreviations that RFC 822 §5.1 and news agencies use.
enum TimeZoneNames {
  /// Seconds from UTC; nil if the word is no abbreviation known here.
  ///
  /// `CST` is North America's, as RFC 822 has it, and `IST` India's; both have other meanings
  /// elsewhere.
  static func secondsFromUTC(_ word: String) -> Int? { table[word] }

  private static let table: [String: Int] = [
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "est": -5 * 3600, "edt": -4 * 3600,
    "et": -5 * 3600, "cst": -6 * 3600, "cdt": -5 * 3600, "mst": -7 * 3600, "mdt": -6 * 3600,
    "pst": -8 * 3600, "pdt": -7 * 3600, "bst": 3600, "west": 3600, "cet": 3600, "cest": 7200,
    "mez": 3600, "mesz": 7200, "eet": 7200, "eest": 10_800, "msk": 10_800, "trt": 10_800,
    "ist": 19_800, "pkt": 18_000, "ict": 25_200, "wib": 25_200, "hkt": 28_800, "sgt": 28_800,
    "jst": 32_400, "kst": 32_400, "aest": 36_000, "aedt": 39_600, "acst": 34_200, "awst": 28_800,
    "nzst": 43_200, "nzdt": 46_800,
  ]
}
