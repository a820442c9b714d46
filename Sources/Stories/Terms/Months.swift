/// The names of months in the languages that have one word for each (Unicode CLDR, wide names).
///
/// Two articles of one time that share the name of a month share nothing. "May" is left out, since
/// it is a name and a verb, too.
enum Months {
  private static let names: [String: String] = [
    "af":
      """
    januarie februarie maart april mei junie julie augustus september oktober november \
    desember
    """,
    "ar":
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "bg":
      "януари февруари март април май юни юли август септември октомври ноември декември",
    "bn":
      "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ca":
      "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "cs":
      """
    ledna leden února únor března březen dubna duben května květen června červen července \
    červenec srpna srpen září října říjen listopadu listopad prosince prosinec
    """,
    "da":
      "januar februar marts april maj juni juli august september oktober november december",
    "de":
      """
    januar jan februar feb märz april apr juni jun juli jul august aug september sept sep \
    oktober okt november nov dezember dez mai
    """,
    "el":
      """
    ιανουαρίου ιανουάριος φεβρουαρίου φεβρουάριος μαρτίου μάρτιος απριλίου απρίλιος μαΐου \
    μάιος ιουνίου ιούνιος ιουλίου ιούλιος αυγούστου αύγουστος σεπτεμβρίου σεπτέμβριος \
    οκτωβρίου οκτώβριος νοεμβρίου νοέμβριος δεκεμβρίου δεκέμβριος
    """,
    "en":
      """
    january february feb march april apr june jun july jul august aug september sep october \
    oct november nov december dec jan
    """,
    "es":
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "et":
      """
    jaanuar veebruar märts aprill mai juuni juuli august september oktoober november \
    detsember
    """,
    "eu":
      """
    urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa \
    abendua
    """,
    "fa":
      "ژانویه فوریه مارس آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "fi":
      """
    tammikuuta tammikuu helmikuuta helmikuu maaliskuuta maaliskuu huhtikuuta huhtikuu \
    toukokuuta toukokuu kesäkuuta kesäkuu heinäkuuta heinäkuu elokuuta elokuu syyskuuta \
    syyskuu lokakuuta lokakuu marraskuuta marraskuu joulukuuta joulukuu
    """,
    "fil":
      "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "fr":
      """
    janvier janv février févr mars avril avr mai juin juillet juil août septembre sept \
    octobre oct novembre nov décembre déc
    """,
    "gl":
      "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
    "he":
      "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "hi":
      "जनवरी फ़रवरी मार्च अप्रैल जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "hu":
      """
    január február március április május június július augusztus szeptember október november \
    december
    """,
    "hy":
      """
    հունվարի հունվար փետրվարի փետրվար մարտի մարտ ապրիլի ապրիլ մայիսի մայիս հունիսի հունիս \
    հուլիսի հուլիս օգոստոսի օգոստոս սեպտեմբերի սեպտեմբեր հոկտեմբերի հոկտեմբեր նոյեմբերի \
    նոյեմբեր դեկտեմբերի դեկտեմբեր
    """,
    "id":
      "januari februari maret april mei juni juli agustus september oktober november desember",
    "is":
      "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "it":
      """
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
    dicembre
    """,
    "ka":
      """
    იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი \
    დეკემბერი
    """,
    "kk":
      "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "lt":
      """
    sausio sausis vasario vasaris kovo kovas balandžio balandis gegužės gegužė birželio \
    birželis liepos liepa rugpjūčio rugpjūtis rugsėjo rugsėjis spalio spalis lapkričio \
    lapkritis gruodžio gruodis
    """,
    "lv":
      """
    janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris \
    novembris decembris
    """,
    "mk":
      "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "ms":
      "januari februari mac april mei jun julai ogos september oktober november disember",
    "nb":
      "januar februar mars april mai juni juli august september oktober november desember",
    "ne":
      "जनवरी फेब्रुअरी मार्च अप्रिल जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "nl":
      "januari februari maart april mei juni juli augustus september oktober november december",
    "pl":
      """
    stycznia styczeń lutego luty marca marzec kwietnia kwiecień maja maj czerwca czerwiec \
    lipca lipiec sierpnia sierpień września wrzesień października październik listopada \
    listopad grudnia grudzień
    """,
    "pt":
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ro":
      """
    ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie \
    decembrie
    """,
    "ru":
      """
    января январь февраля февраль марта март апреля апрель мая май июня июнь июля июль \
    августа август сентября сентябрь октября октябрь ноября ноябрь декабря декабрь
    """,
    "sh":
      """
    januar februar mart april maj jun jul avgust septembar oktobar novembar decembar \
    siječanj siječnja veljača veljače ožujak ožujka travanj travnja svibanj svibnja lipanj \
    lipnja srpanj srpnja kolovoz kolovoza rujan rujna listopad listopada studeni studenog \
    prosinac prosinca januara februara marta aprila maja juna jula avgusta septembra oktobra \
    novembra decembra
    """,
    "sk":
      """
    januára január februára február marca marec apríla apríl mája máj júna jún júla júl \
    augusta august septembra september októbra október novembra november decembra december
    """,
    "sl":
      "januar februar marec april maj junij julij avgust september oktober november december",
    "sv":
      "januari februari mars april maj juni juli augusti september oktober november december",
    "sw":
      "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "ta":
      "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th":
      """
    มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม \
    พฤศจิกายน ธันวาคม
    """,
    "tr":
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "uk":
      """
    січня січень лютого лютий березня березень квітня квітень травня травень червня червень \
    липня липень серпня серпень вересня вересень жовтня жовтень листопада листопад грудня \
    грудень
    """,
    "ur":
      "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
  ]

  /// The words of a language that name a month, in lower case.
  static func words(_ language: LanguageCode) -> [[UInt32]] {
    (names[language.name]?.split(separator: " ") ?? []).map { $0.unicodeScalars.map(\.value) }
  }
}
