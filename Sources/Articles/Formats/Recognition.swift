/// The likelihood that a file is of a format, by its content.
enum Recognition: Int, Comparable {
  /// It cannot be of this format.
  case no
  /// Nothing speaks against it: the file's name decides.
  case possible
  /// It looks like it. A name of another format that looks as likely decides.
  case likely
  /// It has a mark that no other format has: the name does not matter.
  case certain

  static func < (first: Recognition, second: Recognition) -> Bool {
    first.rawValue < second.rawValue
  }
}
