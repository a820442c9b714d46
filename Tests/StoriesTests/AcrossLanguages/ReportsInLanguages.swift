import Foundation
import NewsModel

/// One event of our own invention reported in six languages, and the next day's different story
/// about the same people.
enum ReportsInLanguages {
  /// Noon of the day of the event.
  static let noon = Date(timeIntervalSince1970: 1_790_000_000)

  /// The reports, in English, German, French, Spanish, Russian and Chinese.
  static let reports = [
    article(
      "en", 0, "Ferry with 212 passengers runs aground off Talvik",
      """
      The ferry Marlena ran aground on rocks off the harbour of Talvik early on Tuesday with 212 passengers on board. \
      Rescue helicopters and fishing boats brought everybody ashore; nine people were injured, two of them seriously. Captain \
      Viktor Halvorsen told the police that the rudder had failed in the storm. Transport minister Elena Marchetti said \
      investigators would examine the ship's engine and its steering. The company Nordlys had bought the vessel in 2011.
      """),
    article(
      "de", 1, "Fähre mit 212 Passagieren läuft vor Talvik auf Grund",
      """
      Vor dem Hafen von Talvik ist am frühen Dienstag die Fähre Marlena mit 212 Passagieren an Bord auf Felsen gelaufen. Hubschrauber \
      der Rettung und Fischerboote brachten alle an Land; neun Menschen wurden verletzt, zwei davon schwer. Kapitän Viktor Halvorsen \
      sagte der Polizei, im Sturm sei das Ruder ausgefallen. Verkehrsministerin Elena Marchetti erklärte, Ermittler würden den Motor \
      und die Steuerung des Schiffes untersuchen. Die Gesellschaft Nordlys hatte das Schiff 2011 gekauft.
      """),
    article(
      "fr", 2, "Un ferry s'échoue devant Talvik avec 212 passagers",
      """
      Le ferry Marlena s'est échoué mardi matin sur des rochers devant le port de Talvik avec 212 passagers à bord. Des hélicoptères \
      de secours et des bateaux de pêche ont ramené tout le monde à terre ; neuf personnes ont été blessées, dont deux gravement. Le \
      capitaine Viktor Halvorsen a dit à la police que le gouvernail était tombé en panne dans la tempête. La ministre des \
      transports Elena Marchetti a annoncé que des enquêteurs examineraient le moteur du navire. La compagnie Nordlys l'avait \
      acheté en 2011.
      """),
    article(
      "es", 3, "Un transbordador con 212 pasajeros encalla frente a Talvik",
      """
      El transbordador Marlena encalló el martes en las rocas frente al puerto de Talvik con 212 pasajeros a bordo. Helicópteros de \
      rescate y barcos de pesca llevaron a todos a tierra; nueve personas resultaron heridas, dos de ellas de gravedad. El capitán \
      Viktor Halvorsen dijo a la policía que el timón había fallado en la tormenta. La ministra de transporte Elena Marchetti afirmó \
      que los investigadores examinarán el motor del barco. La compañía Nordlys lo había comprado en 2011.
      """),
    article(
      "ru", 4, "Паром с 212 пассажирами сел на мель у Тальвика",
      """
      Паром «Марлена» с 212 пассажирами на борту рано утром во вторник налетел на скалы у порта Тальвик. Спасательные вертолёты и \
      рыбацкие лодки доставили всех на берег; девять человек получили ранения, двое тяжёлые. Капитан Виктор Хальворсен сказал \
      полиции, что во время шторма отказал руль. Министр транспорта Елена Маркетти сообщила, что следователи проверят двигатель \
      корабля. Компания «Нордлис» купила судно в 2011 году.
      """),
    article(
      "zh", 5, "载有212名乘客的渡轮在塔尔维克附近搁浅",
      """
      周二清晨，载有212名乘客的渡轮Marlena在Talvik港口附近触礁搁浅。救援直升机和渔船把所有人送上岸，九人受伤，其中两人重伤。船长Viktor \
      Halvorsen告诉警察，船舵在风暴中失灵。交通部长Elena Marchetti说，调查人员将检查轮船的发动机。Nordlys公司于2011年购买了这艘船。
      """),
  ]

  /// The next day: the same people and places, another event, in English and German.
  static let nextDay = [
    article(
      "en", 26, "Marchetti resigns over tunnel contracts",
      """
      Transport minister Elena Marchetti resigned on Wednesday after an auditor found that contracts for the road tunnel under the \
      Skarn fjord had been given to a firm of her brother's without a tender. The prime minister thanked her and named Jonas Brekke \
      as her successor. The opposition called for a parliamentary inquiry and for new elections in the spring.
      """),
    article(
      "de", 27, "Marchetti tritt wegen Tunnelverträgen zurück",
      """
      Verkehrsministerin Elena Marchetti ist am Mittwoch zurückgetreten, nachdem Prüfer festgestellt hatten, dass Verträge für den \
      Straßentunnel unter dem Skarnfjord ohne Ausschreibung an eine Firma ihres Bruders gegangen waren. Der Ministerpräsident dankte \
      ihr und ernannte Jonas Brekke zum Nachfolger. Die Opposition forderte eine Untersuchung des Parlaments und Neuwahlen im \
      Frühling.
      """),
  ]

  private static func article(_ language: String, _ hours: Double, _ title: String, _ text: String)
    -> Article
  {
    Article(
      id: ArticleID("\(language)-\(Int(hours))"), outlet: "The \(language) Courier", title: title,
      paragraphs: [text], language: language, published: noon.addingTimeInterval(hours * 3600),
      dateOrigin: .stated)
  }
}
