import Testing

@testable import Articles

@Suite("DoubleEncoding")
struct DoubleEncodingTests {
  @Test(
    "text that was encoded twice reads as it was meant",
    arguments: [
      ("Ch\u{C3}\u{A1}vez", "Chávez"), ("na\u{C3}\u{AF}ve caf\u{C3}\u{A9}", "naïve café"),
      ("20\u{C2}\u{A0}\u{C2}\u{B0}C", "20\u{A0}°C"),
      ("Ch\u{C3}\u{A1}vez – “said”", "Chávez – “said”"),
      ("isnâ€™t â€œsoâ€\u{9D}", "isn’t “so”"), ("10 â‚¬ â€“ FranÃ§ois", "10 € – François"),
      ("“Å¡koda” – Å½iÅ¾ek", "“škoda” – Žižek"),
      ("\u{C3}\u{A1}\u{E2}\u{82}\u{AC}", "á€"), ("BERN \u{E2}\u{80}\u{94} Snow", "BERN — Snow"),
    ])
  func undone(text: String, meant: String) {
    #expect(DoubleEncoding.undone(text) == meant)
  }

  @Test(
    "what stands for itself is left alone",
    arguments: [
      "Chávez", "plain", "", "“café” – naïve…", "é’s", "«AMANHÃ»",
      "é and Ch\u{C3}\u{A1}vez", "NHÃ TRANG", "Ã",
      "Cảng mở cửa", "Ã ¡",
    ])
  func alone(text: String) {
    #expect(DoubleEncoding.undone(text) == text)
  }

  @Test("a line is cleaned after that")
  func cleaned() {
    #expect(CleanText.line("Ch\u{C3}\u{A1}vez  said") == "Chávez said")
  }
}
