/// The logo of the site as SVG: a sheet folded once, with three lines of print on it.
enum DrawnMark {
  /// The logo in the colours of the page.
  static let svg =
    "<svg class=\"mark\" viewBox=\"0 0 32 32\" width=\"28\" height=\"28\" aria-hidden=\"true\" "
    + "focusable=\"false\"><path class=\"back\" d=\"M11 3h17v22l-6-5H11z\"/>"
    + "<path class=\"sheet\" d=\"M4 8h17v21l-6-5H4z\"/>"
    + "<path class=\"print\" d=\"M8 13h9M8 16.500h9M8 20h5\"/></svg>"

  /// The logo as a file of its own, which follows the device's light or dark look.
  static let file =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><style>"
    + ".b{fill:#c8553d}.s{fill:#16414f}.p{stroke:#fff;stroke-width:1.8;stroke-linecap:round}"
    + "@media (prefers-color-scheme:dark){.b{fill:#e8836b}.s{fill:#9fd3e3}.p{stroke:#10242b}}"
    + "</style><path class=\"b\" d=\"M11 3h17v22l-6-5H11z\"/>"
    + "<path class=\"s\" d=\"M4 8h17v21l-6-5H4z\"/>"
    + "<path class=\"p\" d=\"M8 13h9M8 16.500h9M8 20h5\"/></svg>\n"
}
