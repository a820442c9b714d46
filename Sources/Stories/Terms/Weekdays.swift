/// The days of the week in the languages that have one word for each (Unicode CLDR, wide names;
/// Chinese also 周一).
///
/// Articles name the day of an event in their first sentences; two that name different days tell of
/// different events, or of one event on different days, which is news of its own.
enum Weekdays {
  /// From Monday to Sunday, other spellings after a stroke.
  private static let names: [String: String] = [
    "af":
      "maandag dinsdag woensdag donderdag vrydag saterdag sondag",
    "ar":
      "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "bg":
      "понеделник вторник сряда четвъртък петък събота неделя",
    "bn":
      "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার",
    "ca":
      "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "cs":
      "pondělí úterý středa čtvrtek pátek sobota neděle",
    "da":
      "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "de":
      "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "el":
      "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "en":
      "monday tuesday wednesday thursday friday saturday sunday",
    "es":
      "lunes martes miércoles jueves viernes sábado domingo",
    "et":
      "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
    "eu":
      "astelehena asteartea asteazkena osteguna ostirala larunbata igandea",
    "fi":
      "maanantai/maanantaina tiistai/tiistaina keskiviikko/keskiviikkona torstai/torstaina perjantai/perjantaina lauantai/lauantaina sunnuntai",
    "fil":
      "lunes martes miyerkules huwebes biyernes sabado linggo",
    "fr":
      "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "gl":
      "luns martes mércores xoves venres sábado domingo",
    "hi":
      "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "hu":
      "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "hy":
      "երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի",
    "id":
      "senin selasa rabu kamis jumat sabtu minggu",
    "is":
      "mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur",
    "it":
      "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ja":
      "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "ka":
      "ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა",
    "kk":
      "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "ko":
      "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "lt":
      "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
    "lv":
      "pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena",
    "mk":
      "понеделник вторник среда четврток петок сабота недела",
    "ms":
      "isnin selasa rabu khamis jumaat sabtu ahad",
    "nb":
      "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "ne":
      "सोमबार मङ्गलबार बुधबार बिहिबार शुक्रबार शनिबार आइतबार",
    "nl":
      "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl":
      "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pt":
      "segunda terça quarta quinta sexta sábado domingo",
    "ro":
      "luni marți miercuri joi vineri sâmbătă duminică",
    "ru":
      "понедельник вторник среда четверг пятница суббота воскресенье",
    "sh":
      "ponedeljak/ponedjeljak utorak sreda/srijeda četvrtak petak subota nedelja/nedjelja",
    "sk":
      "pondelok utorok streda štvrtok piatok sobota nedeľa",
    "sl":
      "ponedeljek torek sreda četrtek petek sobota nedelja",
    "sv":
      "måndag tisdag onsdag torsdag fredag lördag söndag",
    "sw":
      "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
    "ta":
      "திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு",
    "th":
      "จันทร์/วันจันทร์ อังคาร/วันอังคาร พุธ/วันพุธ พฤหัสบดี/วันพฤหัสบดี ศุกร์/วันศุกร์ เสาร์/วันเสาร์ อาทิตย์/วันอาทิตย์",
    "tr":
      "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "uk":
      "понеділок вівторок середа четвер пʼятниця субота неділя",
    "ur":
      "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "yi":
      "מאָנטיק דינסטיק מיטוואך דאנערשטיק פֿרײַטיק שבת זונטיק",
    "zh":
      "周一/星期一 周二/星期二 周三/星期三 周四/星期四 周五/星期五 周六/星期六 周日/星期日",
  ]

  /// The day that each word of a language names, 1 for Monday to 7 for Sunday, in lower case.
  static func days(_ language: LanguageCode) -> [(word: [UInt32], day: UInt8)] {
    let days = names[language.name]?.split(separator: " ") ?? []
    return days.enumerated().flatMap { index, spellings in
      spellings.split(separator: "/").map { ($0.unicodeScalars.map(\.value), UInt8(index + 1)) }
    }
  }
}
