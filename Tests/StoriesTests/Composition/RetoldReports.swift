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

  /// A report and a rewrite of it, by language.
  static let pairs: [(language: String, report: [String], rewrite: [String])] = [
    (
      "de",
      [
        "Nach dem Brand im Kraftwerk Altwerda hat Umweltministerin Karin Holm die Abschaltung beider Blöcke angeordnet.",
        "Der Brand war am Dienstag gegen 4 Uhr 30 in einem Transformator ausgebrochen, wie der Betreiber Nordstrom mitteilte.",
        "Die Feuerwehr Kelby war mit 120 Kräften im Einsatz und brachte die Flammen am Vormittag unter Kontrolle.",
        "Verletzt wurde nach Angaben von Sprecher Jens Ohlsen niemand, doch in Lindby fiel für 18000 Haushalte der Strom aus.",
        "Die Gewerkschaft Verkra verlangte eine Prüfung aller Transformatoren, die vor 1985 gebaut wurden.",
        "Bürgermeister Ole Brandt sagte, die Stadt habe den Betreiber zweimal vor dem Alter der Anlage gewarnt.",
      ],
      [
        "Umweltministerin Karin Holm ließ beide Blöcke des Kraftwerks Altwerda vom Netz nehmen, nachdem es dort gebrannt hatte.",
        "Wie Nordstrom erklärte, geriet ein Transformator am Dienstag um 4 Uhr 30 in Brand.",
        "Mit 120 Kräften rückte die Feuerwehr Kelby an und hatte die Flammen gegen Vormittag im Griff.",
        "Laut Sprecher Jens Ohlsen kam niemand zu Schaden, 18000 Haushalte in Lindby waren jedoch ohne Strom.",
        "Alle Transformatoren aus der Zeit vor 1985 gehören geprüft, verlangte die Gewerkschaft Verkra.",
      ]
    ),
    (
      "es",
      [
        "El transbordador Santa Clara se hundió el viernes por la noche frente a la isla de Corvera con 212 personas a bordo.",
        "La guardia costera confirmó el sábado que al menos 14 personas murieron y 37 resultaron heridas.",
        "El capitán Julián Ortega había avisado de un incendio en la sala de máquinas poco antes de perder el contacto.",
        "Los helicópteros de la base de Almera buscaron hasta el amanecer, cuando la niebla obligó a parar.",
        "La ministra Elena Prado ordenó una investigación sobre el mantenimiento del barco, construido en 1984.",
      ],
      [
        "Frente a la isla de Corvera naufragó en la noche del viernes el transbordador Santa Clara, que llevaba 212 personas.",
        "Según confirmó la guardia costera el sábado, hubo al menos 14 muertos y 37 heridos.",
        "Poco antes de que se perdiera el contacto, el capitán Julián Ortega avisó de que ardía la sala de máquinas.",
        "Hasta el amanecer buscaron los helicópteros de Almera, y la niebla los detuvo entonces.",
        "La ministra Elena Prado mandó investigar cómo se mantenía el barco, que data de 1984.",
      ]
    ),
    (
      "vi",
      [
        "Phà Hải Vân 12 chìm ngoài khơi đảo Cồn Sơn tối thứ Sáu khi đang chở 212 hành khách.",
        "Cảnh sát biển cho biết ít nhất 14 người thiệt mạng và 37 người bị thương.",
        "Thuyền trưởng Trần Văn Lộc báo cháy buồng máy ngay trước khi mất liên lạc với cảng Vạn Phúc.",
        "Trực thăng từ sân bay Lộc An tìm kiếm đến rạng sáng thì phải dừng vì sương mù.",
        "Bộ trưởng Lê Thị Hoa yêu cầu điều tra việc bảo dưỡng con tàu đóng năm 1984.",
      ],
      [
        "Tối thứ Sáu, phà Hải Vân 12 chở 212 hành khách đã chìm ở vùng biển ngoài đảo Cồn Sơn.",
        "Theo cảnh sát biển, có ít nhất 14 người thiệt mạng cùng 37 người bị thương.",
        "Ngay trước lúc mất liên lạc với cảng Vạn Phúc, thuyền trưởng Trần Văn Lộc đã báo buồng máy cháy.",
        "Việc tìm kiếm của trực thăng từ Lộc An kéo dài đến rạng sáng rồi dừng lại do sương mù.",
        "Việc bảo dưỡng con tàu đóng năm 1984 sẽ được điều tra theo yêu cầu của Bộ trưởng Lê Thị Hoa.",
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
      ],
      [
        "In a jaw-dropping turn, 31 councillors slammed the door on the beloved Harrow Street market while 12 fought to save it!",
        "The mayor, Petra Lund, swears that every stall will find a home in Canal Yard before 15 October at public cost.",
        "Furious traders around Omar Faruk feel betrayed and threaten to drag Lindby before the Norland High Court.",
        "Can you believe that the wires beneath the hall are from 1931, as fire chief Ole Brandt warned?",
        "For the 240 souls who earn their bread there, the silver key of Queen Margit is now a bitter memory.",
        "A present for Sundhaus, thundered Ida Klimm of the opposition.",
      ]
    ),
  ]
}
