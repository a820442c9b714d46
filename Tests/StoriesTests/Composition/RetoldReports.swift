import NewsModel

@testable import Stories

/// Reports of our own invention, and what a machine makes of them: other words, the same names, now
/// and then another report behind.
enum RetoldReports {
  /// A report of a minister who left a meeting at night, undated and full.
  static let convoy = Sample.article(
    "m-original", title: "Convoy rushes Minister Aldous Brandt to the Stone House at night",
    [
      "Questions surround a late night drive to the Stone House by Minister Aldous Brandt amid talk of a new decree on the harbour tax.",
      "A film shows his dark blue Vesta saloon on its way to the Stone House in Karlow at 23:00 on Tuesday night.",
      "The drive came right after talks with the Ostrand leader Tomas Veit in Lindby, 440 kilometres away, in which Brandt agreed to supply patrol boats.",
      "A night of rocket fire on the port of Ravnhavn from boats in Ostrand waters followed the meeting.",
      "Brandt’s spokeswoman did not deny the late night drive to the Stone House, but ruled out that it was for a crisis meeting of the cabinet.",
      "She also denied that Brandt would make an emergency statement at once.",
      "Spokeswoman Petra Lund said in a statement late on Tuesday: “No. Everything is not like that. Everything is normal.”",
      "Yet Lund did not explain the purpose of the sudden visit by Brandt.",
      "The minister has recorded large announcements in the Stone House before which were then released later.",
      "One suspicion is that this was the purpose of his visit, perhaps to announce a harder line against the dockers.",
      "Brandt does not live in the Stone House but in a villa out of town, and in summer he is often in Sandvik on the coast.",
      "So the sight of his convoy late on a Tuesday was taken for an exception, and it set off reports at once.",
      "Fourteen rockets hit Ravnhavn and the villages around it at about 6.30am on Wednesday, the first attack on the port for three weeks.",
      "Several loud bangs shook the port and rescuers were seen at the windows of a nine-storey building in flames.",
      "Officials say it is too early to say whether anybody was killed, and the head of the district, Olek Kulla, said that one rocket fell on a village.",
      "At his meeting with Veit, Brandt promised to supply Ostrand with boats that can carry heavy guns.",
      "At the meeting in Lindby, Veit spoke of worry about the “harsh”, “hostile” and “ugly” policies of the neighbours Norland and Seeland.",
      "He asked Brandt to help his country with an answer to what he called flights of Norland aircraft near the borders of Ostrand.",
    ])

  /// The same report turned over by a machine, and another one behind it.
  static let convoyRetold = Sample.article(
    "a-rewrite",
    title: "Aldous Brandt’s night drive to the Stone House – riddle as he hurries | World | News",
    [
      "A film clip shows his dark blue Vesta saloon passing people on its way to the Stone House in Karlow at 11pm on Tuesday night.",
      "His drive to the Stone House came after talks with the Ostrand leader Tomas Veit in Lindby.",
      "At the meeting in Lindby, Veit voiced worry about the “harsh”, “hostile” and “ugly” policies of the neighbours Norland and Seeland.",
      "Brandt’s spokeswoman did not deny the late-night drive to the Stone House, but denied that it was for a crisis meeting of the cabinet.",
      "She also denied that Brandt was going to make an emergency statement at once.",
      "However, Ms Lund did not explain the purpose of the sudden visit by Brandt.",
      "In the past the minister has recorded large announcements in the Stone House that were released later.",
      "Hours after the drive, rockets hit a block of flats and a school in the port of Ravnhavn.",
      "Up to four explosions shook the middle of Ravnhavn in the early hours of Wednesday in the first such attack on the port in weeks.",
      "Ida Klimm, the chief of police of Ravnhavn, said on television that five people had been injured in the attack and one person had been killed.",
      "Meanwhile, Prime Minister Boyd Jansen made fun of Brandt at the summit of seven in Almau with other leaders.",
      "The prime minister and his colleague Justus Tremblay talked of the minister and of his photographs on horseback.",
      "While the sun was shining at Castle Almau in the Bavian Alps, Mr Jansen asked whether they should keep their jackets on.",
    ])

  /// Reports in several languages, each with what a content farm makes of it.
  static let pairs: [(language: String, report: [String], rewrite: [String])] = [
    (
      "de",
      [
        "Nach dem Brand im Kraftwerk Altwerda hat Umweltministerin Karin Holm am Mittwoch die Abschaltung beider Blöcke angeordnet.",
        "Der Brand war am Dienstag gegen 4 Uhr 30 in einem Transformator ausgebrochen, wie der Betreiber Nordstrom mitteilte.",
        "Die Feuerwehr Kelby war mit 120 Kräften im Einsatz und brachte die Flammen am Vormittag unter Kontrolle.",
        "Verletzt wurde nach Angaben von Sprecher Jens Ohlsen niemand, doch in Lindby fiel für 18000 Haushalte der Strom aus.",
        "Die Gewerkschaft Verkra verlangte eine Prüfung aller Transformatoren, die vor 1985 gebaut wurden.",
        "Bürgermeister Ole Brandt sagte, die Stadt habe den Betreiber zweimal vor dem Alter der Anlage gewarnt.",
        "Der Aufsichtsrat von Nordstrom kommt am Freitag in Karlow zu einer Sondersitzung zusammen.",
        "Bis dahin sollen Gutachter der Technischen Hochschule Sandvik den Schaden am Block zwei untersuchen.",
      ],
      [
        "Umweltministerin Karin Holm hat am Mittwoch die Abschaltung beider Blöcke des Kraftwerks Altwerda verfügt, nachdem es dort gebrannt hatte.",
        "Das Feuer war am Dienstag gegen 4 Uhr 30 in einem Transformator entstanden, wie der Betreiber Nordstrom erklärte.",
        "Mit 120 Kräften war die Feuerwehr Kelby im Einsatz und bekam die Flammen am Vormittag in den Griff.",
        "Nach Angaben von Sprecher Jens Ohlsen wurde niemand verletzt, in Lindby fiel jedoch für 18000 Haushalte der Strom aus.",
        "Eine Prüfung aller Transformatoren, die vor 1985 gebaut worden sind, verlangte die Gewerkschaft Verkra.",
        "Die Stadt habe den Betreiber zweimal vor dem Alter der Anlage gewarnt, so Bürgermeister Ole Brandt.",
        "Zu einer Sondersitzung kommt der Aufsichtsrat von Nordstrom am Freitag in Karlow zusammen.",
      ]
    ),
    (
      "es",
      [
        "El transbordador Santa Clara se hundió el viernes por la noche frente a la isla de Corvera con 212 personas a bordo.",
        "La guardia costera confirmó el sábado que al menos 14 personas murieron y 37 resultaron heridas.",
        "El capitán Julián Ortega había avisado de un incendio en la sala de máquinas poco antes de perder el contacto.",
        "Los helicópteros de la base de Almera buscaron a los desaparecidos hasta el amanecer, cuando la niebla obligó a parar.",
        "La ministra Elena Prado ordenó una investigación sobre el mantenimiento del barco, construido en 1984.",
        "El sindicato de marineros recordó que había pedido en marzo la retirada del Santa Clara.",
        "La naviera Costamar ofreció pagar el viaje de las familias a la isla de Corvera.",
      ],
      [
        "Con 212 personas a bordo se hundió en la noche del viernes el transbordador Santa Clara, frente a la isla de Corvera.",
        "Al menos 14 personas murieron y otras 37 resultaron heridas, según confirmó la guardia costera el sábado.",
        "Poco antes de perder el contacto, el capitán Julián Ortega avisó de un incendio en la sala de máquinas.",
        "Hasta el amanecer buscaron a los desaparecidos los helicópteros de la base de Almera, y la niebla obligó a parar después.",
        "Una investigación sobre el mantenimiento del barco, que fue construido en 1984, ordenó la ministra Elena Prado.",
        "El sindicato de marineros había pedido ya en marzo la retirada del Santa Clara, recordó.",
        "El viaje de las familias a la isla de Corvera lo pagará la naviera Costamar.",
      ]
    ),
    (
      "fr",
      [
        "Le pont suspendu de Valmorin a été fermé lundi matin après la rupture d'un câble de soutien, a annoncé la préfecture.",
        "Aucun véhicule ne circulait sur l'ouvrage au moment de l'incident, survenu vers 3 heures 40.",
        "L'ingénieure en chef Hélène Marquet a expliqué que la corrosion avait rongé l'acier sous la gaine.",
        "Quelque 23000 automobilistes empruntent chaque jour ce pont, inauguré en 1968 par le ministre Paul Verdon.",
        "Le maire de Valmorin, Antoine Ricœur, a demandé à l'État de financer un bac provisoire.",
        "La région a promis une réponse avant jeudi, mais l'opposition juge le délai trop long.",
        "Des bus relieront les deux rives par le barrage de Saint-Aubin à partir de mardi.",
      ],
      [
        "La préfecture a annoncé lundi matin la fermeture du pont suspendu de Valmorin, après la rupture d'un câble de soutien.",
        "Au moment de l'incident, survenu vers 3 heures 40, aucun véhicule ne circulait sur l'ouvrage.",
        "Selon l'ingénieure en chef Hélène Marquet, la corrosion avait rongé l'acier sous la gaine.",
        "Ce pont, inauguré en 1968 par le ministre Paul Verdon, voit passer chaque jour quelque 23000 automobilistes.",
        "Antoine Ricœur, le maire de Valmorin, veut que l'État finance un bac provisoire.",
        "Une réponse a été promise avant jeudi par la région, un délai que l'opposition juge trop long.",
        "À partir de mardi, des bus relieront les deux rives par le barrage de Saint-Aubin.",
      ]
    ),
    (
      "vi",
      [
        "Phà Hải Vân 12 chìm ngoài khơi đảo Cồn Sơn tối thứ Sáu khi đang chở 212 hành khách và 14 thuyền viên về cảng Vạn Phúc.",
        "Cảnh sát biển cho biết ít nhất 14 người thiệt mạng và 37 người bị thương, trong đó nhiều người đang được cấp cứu.",
        "Thuyền trưởng Trần Văn Lộc báo cháy buồng máy ngay trước khi mất liên lạc với cảng Vạn Phúc vào lúc 21 giờ.",
        "Trực thăng từ sân bay Lộc An tìm kiếm những người mất tích đến rạng sáng thì phải dừng vì sương mù dày đặc.",
        "Bộ trưởng Lê Thị Hoa yêu cầu điều tra việc bảo dưỡng con tàu đóng năm 1984 và xử lý nghiêm người có trách nhiệm.",
        "Công ty vận tải Biển Đông hứa hỗ trợ chi phí mai táng và đưa người nhà các nạn nhân ra đảo Cồn Sơn.",
        "Người dân làng chài Bãi Sậy đã dùng thuyền nhỏ cứu được 58 hành khách trước khi tàu cứu hộ tới nơi.",
      ],
      [
        "Tối thứ Sáu, phà Hải Vân 12 chở 212 hành khách và 14 thuyền viên về cảng Vạn Phúc đã chìm ngoài khơi đảo Cồn Sơn.",
        "Theo cảnh sát biển, ít nhất 14 người thiệt mạng và 37 người bị thương, nhiều người trong đó đang được cấp cứu.",
        "Ngay trước khi mất liên lạc với cảng Vạn Phúc vào lúc 21 giờ, thuyền trưởng Trần Văn Lộc đã báo cháy buồng máy.",
        "Việc tìm kiếm những người mất tích của trực thăng từ sân bay Lộc An kéo dài đến rạng sáng, rồi dừng vì sương mù dày đặc.",
        "Bộ trưởng Lê Thị Hoa đòi điều tra việc bảo dưỡng con tàu đóng năm 1984, xử lý nghiêm người có trách nhiệm.",
        "Chi phí mai táng và việc đưa người nhà các nạn nhân ra đảo Cồn Sơn được công ty vận tải Biển Đông hứa hỗ trợ.",
        "Trước khi tàu cứu hộ tới nơi, người dân làng chài Bãi Sậy đã dùng thuyền nhỏ cứu được 58 hành khách.",
      ]
    ),
    (
      "en",
      [
        "The council of Lindby voted 31 to 12 on Monday to close the Harrow Street market after two fires in a month.",
        "Mayor Petra Lund said the stalls would move to Canal Yard by 15 October, and that the city would pay for it.",
        "Traders led by Omar Faruk said they had been promised a say and would go to the Norland High Court.",
        "The fire chief, Ole Brandt, had told the council that wiring under the hall dated from 1931.",
        "Some 240 people work at the market, which Queen Margit opened with a silver key.",
        "Opposition councillor Ida Klimm called the vote a gift to the developer Sundhaus.",
        "Sundhaus, which owns the ground on three sides of the hall, declined to comment on the vote.",
        "A hearing on what becomes of the listed iron roof is set for the second week of November.",
      ],
      [
        "In a jaw-dropping turn, the council of Lindby voted 31 to 12 on Monday to shut the beloved Harrow Street market after two fires in a month!",
        "Mayor Petra Lund swears that the stalls would move to Canal Yard by 15 October, and the public purse will pay for it.",
        "Furious traders led by Omar Faruk say they had been promised a say and threaten to go to the Norland High Court.",
        "Can you believe it: wiring under the hall dated from 1931, as fire chief Ole Brandt had told the council.",
        "For the 240 people who work at the market, the silver key of Queen Margit is now a bitter memory.",
        "A gift to the developer Sundhaus, opposition councillor Ida Klimm called the vote.",
        "The developer, which owns the ground on three sides of the hall, declined to comment on the shocking vote.",
      ]
    ),
  ]
}
