import Testing

@testable import Articles

@Suite("The language of an article")
struct LanguageDetectionTests {
  private static let vietnamese = """
    Hội đồng thị trấn hôm nay quyết định sửa lại cây cầu gỗ bắc qua con sông nhỏ ở phía bắc chợ. Theo ông chủ tịch, công việc \
    sẽ bắt đầu vào tháng sau và kéo dài khoảng sáu tuần, trong thời gian đó xe cộ phải đi vòng qua con đường ven rừng. Người dân \
    sống gần cầu nói rằng họ đã chờ đợi việc này từ nhiều năm nay, vì mỗi mùa mưa nước lại dâng lên tận mặt cầu.
    """
  private static let danish = """
    Byrådet besluttede i dag at sætte den gamle træbro over åen nord for torvet i stand. Arbejdet begynder i næste måned og \
    varer omkring seks uger, og i den tid må alle biler køre ad vejen langs skoven. De folk, der bor tæt ved broen, siger, at \
    de har ventet på det i mange år, fordi vandet hver efterår stiger helt op til brædderne, så ingen kan komme over.
    """
  private static let english = """
    The town council decided today to repair the old wooden bridge across the stream north of the market. Work begins next \
    month and takes about six weeks, during which all traffic has to take the road along the wood. People who live near the \
    bridge say that they have waited for this for years, because every autumn the water rises up to the planks.
    """

  @Test(
    "what is stated counts, unless a text of some length is clearly in another language",
    arguments: [
      (vietnamese, "en", "vi"), (english, "vi", "en"), (english, "de-AT", "en"),
      (vietnamese, "vi", "vi"), (english, "en-GB", "en-GB"),
      // Too close to one another for a detector to know better.
      (danish, "nb", "nb"), (danish, "da", "da"),
      // Too short, and half of it in each.
      (String(vietnamese.prefix(120)), "en", "en"),
      (english + " " + vietnamese, "en", "en"), (english + " " + vietnamese, "vi", "vi"),
    ])
  func stated(text: String, stated: String, language: String) {
    #expect(LanguageDetection.language(of: text, stated: stated) == language)
  }

  @Test("where nothing is stated, a text of a sentence or more tells by itself")
  func unstated() {
    #expect(LanguageDetection.language(of: Self.vietnamese, stated: nil) == "vi")
    #expect(LanguageDetection.language(of: String(Self.english.prefix(100)), stated: nil) == "en")
    #expect(LanguageDetection.language(of: "Bridge", stated: nil) == nil)
  }
}
