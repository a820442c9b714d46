/// Texts that break naive writers, each with a name that has only letters.
enum NastyText {
  static let all: [(name: String, text: String)] = [
    ("controls", "Bell\u{7} null\u{0} escape\u{1B}[0m delete\u{7F} next line\u{85} csi\u{9B}"),
    // U+FDD0, U+FFFE, U+FFFF, U+1FFFF: no Swift literal may hold them.
    (
      "unassigned",
      "Nonchar "
        + String(
          decoding: [
            0xEF, 0xB7, 0x90, 0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xF0, 0x9F, 0xBF, 0xBF,
          ] as [UInt8], as: UTF8.self) + " end"
    ),
    ("replaced", "The publisher\u{FFFD}s caf\u{FFFD} \u{FFFD}\u{FFFD}"),
    ("markup", "<b>bold</b> <script>alert(1)</script> </title></entry> <!-- --> <![CDATA["),
    ("cdata", "A CDATA end ]]> and ]]&gt; in a title"),
    ("ampersands", "R&D & AT&T &amp; &copy; &lt;b&gt; &#x41; &unknown; &&&"),
    ("quotes", "\"Double\" 'single' “curly” `back` \\ back\\slash \\u0041 \\n"),
    ("lines", "A line\nanother\r\nand\ta tab\rand a return"),
    ("separators", "Line\u{2028}separator paragraph\u{2029}separator bom\u{FEFF} soft\u{AD}hyphen"),
    ("arabic", "أعلن مجلس الميناء عن 12 رحلة (الجمعة) – RTL"),
    ("hebrew", "הנמל נפתח מחדש \"סוף סוף\" ABC 123"),
    ("bidi", "Right\u{202E}-to-left override\u{202D} isolate\u{2067} never closed"),
    ("chinese", "港口在九天后重新开放 𠮷野家 々〆"),
    ("japanese", "フェリーが再開、９日ぶり｡ｶﾞ ヷ"),
    ("korean", "항구가 아흐레 만에 다시 열렸다 ᄀᆞᆫ"),
    ("hindi", "बंदरगाह नौ दिन बाद फिर खुला क्षत्रिय"),
    ("thai", "ท่าเรือเปิดอีกครั้งหลังเก้าวัน"),
    ("tamil", "துறைமுகம் மீண்டும் திறக்கப்பட்டது"),
    ("greek", "Το λιμάνι άνοιξε ξανά μετά από εννέα ημέρες"),
    ("cyrillic", "Порт снова открыт спустя девять дней — Ё ѣ"),
    ("vietnamese", "Cảng mở cửa trở lại sau chín ngày: Ở đâu? Ướt"),
    ("ethiopic", "ወደቡ ከዘጠኝ ቀናት በኋላ ተከፈተ"),
    ("khmer", "កំពង់ផែបើកឡើងវិញ"),
    ("emoji", "Ferry ⛴️ again 🎉 👩🏽‍🚒 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ 🇫🇷"),
    ("combining", "Z̷̢̛a̸̡l̶̨g̵o̶ e\u{301} é ﬁ ﷺ"),
    ("plane", "𝔉𝔢𝔯𝔯𝔶 𓀀 𐍈 \u{E0001} \u{F0000}"),
    ("long", String(repeating: "A title of ten thousand bytes & more. ", count: 270)),
    ("word", String(repeating: "x", count: 2000)),
    ("spaces", "   leading, trailing and   inner \u{A0} spaces \u{3000}  "),
    ("template", "#{title} {{title}} ${title} <%= title %> # $1 \\1 %s %@"),
  ]
}
