/// Words after which a point does not end a sentence.
///
/// Titles, ranks, months and measures as newspapers print them, in the languages that write news
/// with them. A word that also ends sentences ("no", "art") is left out where the language would
/// suffer: a missed cut costs less here than a wrong one, but a list too long would make whole
/// paragraphs one sentence.
enum Abbreviations {
  /// Whether the hash of a lower-case word is that of an abbreviation.
  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static let hashes: Set<UInt64> = Set(
    list.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })

  private static let list = """
    mr mrs ms mx dr prof st mt sen rep gov gen col lt sgt capt cmdr adm maj brig pvt cpl hon rev fr jr sr
    vs inc ltd co corp bros etc dept univ assn est approx nos vol
    jan feb apr jun jul aug sep sept oct nov dec tue thu fri
    a.m p.m u.s u.k u.n e.g i.e ph.d d.c u.s.a
    bzw usw ca ggf evtl inkl zzgl nr str tel mio mrd hr z.b d.h u.a
    mme mlle mm av env
    sra srta dra lic ing pág núm ee.uu ud uds
    sig dott avv
    dhr mevr drs ir
    tp ts ths pgs gs
    г гг ул млн млрд тыс руб долл т.е т.д др см
    """
}
