extension StringProtocol {
  /// Whether the bytes of a text stand in this one.
  ///
  /// `contains` compares characters, which takes twenty times as long, and asks what is one.
  package func holds(_ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard let first = wanted.first else { return true }
    let found = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard bytes.count >= wanted.count else { return false }
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
        var length = 1
        while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
        if length == wanted.count { return true }
      }
      return false
    }
    if let found { return found }
    var whole = String(self)
    whole.makeContiguousUTF8()
    return whole.holds(part)
  }
}
