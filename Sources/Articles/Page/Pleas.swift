/// Paragraphs in which a site asks its reader for something: consent, an address, money.
///
/// They stand in the middle of articles, in boxes whose classes say nothing, and are the same in
/// all of them. One phrase is no proof, because reports have such phrases, too; so the weights of
/// several add up.
enum Pleas {
  /// Whether a paragraph is one.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    // The longest that was seen in saved pages has 600 letters.
    guard text.count <= 700 else { return false }
    var weights = [0, 0, 0]
    var seen: [Int] = []
    phrases.forEach(in: text) { value in
      guard !seen.contains(value) else { return }
      seen.append(value)
      weights[value & 3] += value & 4 == 0 ? 1 : 2
    }
    // A strong phrase and a weak one; in a long text another two words of the kind.
    return weights.contains { $0 >= (text.count > 300 ? 4 : 3) }
  }

  /// The value of a phrase: the number of its plea above three bits, which hold its strength.
  private static let phrases: PhraseFinder = {
    var list = PhraseFinder()
    var number = 0
    func add(_ kind: Int, isStrong: Bool, _ phrases: [String]) {
      for phrase in phrases {
        number += 1
        list.add(number << 3 | (isStrong ? 4 : 0) | kind, [phrase])
      }
    }
    add(
      0, isStrong: true,
      [
        "our partners", "your device", "ihrem gerät", "votre appareil", "su dispositivo",
        "personalised content", "personalized content", "legitimate interest",
        "berechtigtes interesse", "accept all cookies", "uses cookies", "use cookies",
        "unsere partner", "nos partenaires", "nuestros socios", "change your mind",
        "verwendet cookies", "verwenden cookies", "utilise des cookies", "utilizamos cookies",
      ])
    add(
      0, isStrong: false,
      [
        "partners", "cookies", "consent", "purposes", "privacy policy", "datenschutzerklärung",
        "politique de confidentialité", "your choices", "your preferences", "einwilligung",
        "consentement", "consentimiento", "store and", "refuse",
      ])
    add(
      1, isStrong: true,
      [
        "your inbox", "ihr postfach", "votre boîte", "unsubscribe", "sign up for", "sign up to",
        "signing up", "subscribe to", "no spam", "newsletter abonnieren",
      ])
    add(
      1, isStrong: false,
      [
        "newsletter", "free of charge", "terms of use", "terms of service", "nutzungsbedingungen",
        "delivered to", "straight to", "every morning", "every day", "jeden morgen", "inscrivez",
        "e-mail address", "email address", "subscribe", "sign up", "abonnieren",
      ])
    add(
      2, isStrong: true,
      [
        "already a subscriber", "for subscribers", "subscribers only", "choose a plan",
        "cancel at any time", "cancel anytime", "jederzeit kündbar", "to continue reading",
        "unlimited access", "bereits abonnent", "déjà abonné", "ya eres suscriptor", "log in here",
        "subscribe to read", "subscribe to continue", "start your free trial",
      ])
    add(
      2, isStrong: false,
      [
        "subscriber", "subscription", "log in", "read on", "per month", "a month", "abonnement",
        "weiterlesen", "anmelden", "full access", "abonnez", "suscr",
      ])
    return list
  }()
}
