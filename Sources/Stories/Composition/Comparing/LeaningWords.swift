import NewsModel

/// Words by which a sentence leans on the one before it, so that it cannot stand alone, in the
/// languages that write most news.
///
/// A word that is missing lets a sentence through that a reader stumbles over; one too many only
/// leaves a sentence out.
enum LeaningWords {
  /// Whether a sentence cannot stand alone when it begins with a word.
  static func isOpening(_ word: UInt64) -> Bool { openings.contains(word) }

  /// Whether a sentence begins with words that refer back.
  static func hasOpening(_ sentence: ArraySlice<UInt8>) -> Bool { phrases.isPrefix(of: sentence) }

  /// Whether a sentence turns to another matter: "Meanwhile, …".
  static func turns(_ sentence: ArraySlice<UInt8>) -> Bool { turns.isPrefix(of: sentence) }

  /// Whether a word stands for a person who was named before.
  static func isPersonal(_ word: UInt64) -> Bool { personals.contains(word) }

  /// Whether a word points to a thing that was named before, where it stands at the head of a
  /// sentence.
  static func points(_ word: UInt64) -> Bool { pointing.contains(word) }

  /// Whether a word may stand before such a one: "after the breach".
  static func isPreposition(_ word: UInt64) -> Bool { prepositions.contains(word) }

  /// Whether a word puts a thing before or behind what it stands in front of: "after the breach".
  static func isTemporal(_ word: UInt64) -> Bool { temporals.contains(word) }

  private static let openings = hashes(
    """
    he she it they this that these those his her its their him them but and or however also so then still instead yet another
    both such other others there here moreover furthermore additionally similarly likewise therefore thus hence
    nevertheless nonetheless besides meanwhile elsewhere separately which who because while although though even if when
    asked neither nor either some many most few several all none each earlier later afterwards afterward subsequently
    previously finally indeed perhaps maybe sure yes well now ok okay oh watch see click listen sign get read join
    follow check visit stay subscribe download share send brace imagine picture undeterred
    er sie es sein ihr ihre seine dies diese dieser dieses diesen aber und oder doch auch dann dort hier jedoch außerdem zudem
    dabei dadurch damit daher deshalb trotzdem dennoch zuvor später danach schließlich unterdessen inzwischen derweil
    weil wenn als obwohl während nun so solche beide andere einige viele dazu darüber darauf dafür
    il elle ils elles cela ceci ce cette ces cet mais et ou donc aussi ainsi alors puis cependant pourtant toutefois néanmoins
    ensuite enfin ici là leur leurs son sa ses auparavant également parce quand lorsque si bien certains plusieurs
    él ella ellos ellas esto eso ese esa esos esas este esta estos estas pero y también además entonces luego después
    sin así aunque porque cuando si su sus otro otra otros otras algunos muchos allí aquí mientras
    lui lei loro questo questa questi queste quello quella ma anche inoltre poi quindi però tuttavia infine intanto
    ele ela eles elas isso isto esse essa esses essas mas também além então depois já seu sua seus suas
    hij zij ze dit dat deze maar ook dan daar hier echter bovendien daarna toen zijn haar hun intussen ondertussen
    он она оно они это этот эта эти но и а также однако затем потом поэтому кроме его её их там здесь тогда тем
    họ nó này đó đây nhưng và còn
    """)

  private static let personals = hashes(
    """
    he she they him them theirs hers they're they’re they've they’ve they'd they’d he's he’s he'd he’d she's she’s she'd she’d
    er ihn ihm ihnen il elle ils elles lui él ella ellos ellas lei loro ele ela eles elas
    hij hem hun он она они его её ему ей им их họ
    """)

  private static let pointing = hashes(
    """
    the that this these those dieser diese dieses diesen diesem jener jene jenes ce cet cette ces este esta estos estas ese esa
    esos esas aquel aquella questo questa questi queste quel quella quei esse essa esses essas deze dit die dat
    этот эта это эти этого этой этом этих том
    """)

  private static let prepositions = hashes(
    """
    after before in on with despite following since during at for under by from to of as until through
    nach vor in bei mit trotz seit während unter von zu après avant dans avec malgré depuis pendant sous de à lors
    tras después antes en con desde durante bajo a dopo prima nel con durante após antes em com na voor met sinds tijdens
    после до в на с при во
    """)

  private static let temporals = hashes(
    """
    after before despite following since during until nach vor trotz seit während après avant malgré depuis pendant tras
    después antes desde durante dopo prima após voor sinds tijdens после до
    """)

  private static let phrases = PhraseList([
    "in addition", "on the other hand", "as a result", "at the same time", "for example",
    "for instance", "in fact",
    "in other", "of course", "on top of", "in contrast", "by contrast", "in turn", "the same ",
    "the latter", "the other ", "the others ",
    "the former ", "the two ", "the three ", "the pair ", "the duo ", "the group ", "the move ",
    "the decision ",
    "the case ", "the incident ", "the man ", "the woman ", "the company ", "the report ",
    "the study ", "what ", "how ",
    "why ", "in response", "in particular", "among them", "among those", "that's", "that’s", "it's",
    "it’s", "there's",
    "there’s", "here's", "here’s", "let's", "let’s", "he's", "he’s", "she's", "she’s", "they're",
    "they’re",
    "in the video", "in the interview", "in this", "at that", "by that", "for that", "for this",
    "with that", "with this",
    "after that", "after this", "since then", "until then", "not only", "to this end", "in his ",
    "in her ", "in their ",
    "zum beispiel", "im gegensatz", "in der folge", "aus diesem grund", "vor diesem hintergrund",
    "darüber hinaus", "auf die frage",
    "par exemple", "en effet", "en revanche", "par ailleurs", "en outre", "de plus",
    "en même temps", "à cette", "dans ce",
    "dans cette", "de son côté", "por ejemplo", "de hecho", "en cambio", "por otra parte",
    "por su parte", "asimismo",
    "en este", "en esta", "en ese", "en esa", "sin embargo", "por lo tanto", "no obstante",
    "ad esempio", "per esempio",
    "in questo", "in questa", "per questo", "da parte sua", "por exemplo", "por isso", "no entanto",
    "neste ", "nesta ",
    "bijvoorbeeld", "in deze", "in dit", "кроме того", "при этом", "в то же время", "по его словам",
    "по ее словам",
    "по её словам", "в частности", "в этом", "bên cạnh đó", "tuy nhiên", "ngoài ra", "trong khi đó",
    "trước đó", "sau đó", "do đó",
    "vì vậy", "cũng ", "theo đó", "đồng thời", "cùng với đó", "此外", "但", "而", "不过", "另外", "同时", "他",
    "她", "它", "这", "那", "その", "また",
    "しかし", "この", "同", "彼",
  ])

  private static let turns = PhraseList([
    "meanwhile", "elsewhere", "separately", "in other news", "in related news", "in a separate",
    "in another ", "in other developments",
    "unterdessen", "derweil", "währenddessen", "indes", "andernorts", "außerdem heute",
    "pendant ce temps", "par ailleurs", "de son côté",
    "ailleurs", "mientras tanto", "entretanto", "por otra parte", "por otro lado", "en otro",
    "nel frattempo", "intanto",
    "in altre", "altrove", "enquanto isso", "por outro lado", "intussen", "ondertussen", "elders",
    "тем временем", "между тем",
    "в другом", "trong khi đó", "trong một diễn biến khác", "ở một diễn biến khác", "cùng ngày",
    "与此同时", "另一方面", "另外", "一方",
    "その一方", "في غضون ذلك", "من ناحية أخرى",
  ])

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })
  }
}
