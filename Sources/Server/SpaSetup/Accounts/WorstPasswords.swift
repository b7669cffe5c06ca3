import BookingDomain

/// The passwords that are tried first.
///
/// From the lists of the most frequent ones in stolen databases that are published every year
/// (SplashData, NordPass, the UK's National Cyber Security Centre), as far as they are long enough to
/// be asked about at all, with words of our own trade, and the words that digits are hung on.
enum WorstPasswords {
  /// - Parameter personal: what everybody knows of the person.
  static func contains(_ password: String, and personal: [String]) -> Bool {
    let folded = FoldedText(password).text.filter { $0 != " " }
    let characters = Array(folded.unicodeScalars)
    if Set(characters).count <= 2 { return true }
    if isRow(characters, step: 1) || isRow(characters, step: -1) { return true }
    let known = personal.map { FoldedText($0).text.filter { $0 != " " } }.filter { $0.count >= 3 }
    // "Password1!" is "password" to whoever tries.
    let bare = folded.trimmingSuffix { $0.isNumber || "!.?@#$*-_".contains($0) }
    let plain = String(bare.map { lookalikes[$0] ?? $0 })
    return listed.contains(folded) || words.contains(String(bare)) || words.contains(plain)
      || known.contains(folded) || known.contains(String(bare))
  }

  /// `12345678`, `67890123`, `hgfedcba`.
  private static func isRow(_ characters: [Unicode.Scalar], step: Int64) -> Bool {
    zip(characters, characters.dropFirst()).allSatisfy {
      let distance = Int64($1.value) - Int64($0.value)
      return distance == step || ($0.properties.numericType != nil && distance == -9 * step)
    }
  }

  private static let lookalikes: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
  ]

  private static let listed = Set(
    """
    1234567890 0123456789 9876543210 123123123 12341234 11223344 112233445566 123321123 147258369 159753258456
    1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 q1w2e3r4t5 qwertyui qwertyuiop qwerty123 qwerty1234
    asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 qazwsxedc 1234qwer abcd1234 abc12345 abc123456 a1b2c3d4
    aa123456 a123456789 password123 passw0rd1 iloveyou1 iloveyou2 anhyeuem emyeuanh matkhau1 khongbiet
    19871987 19901990 20202020 20242024 20252025 20262026 00000000a 1111aaaa aaaa1111 trustno1 letmein1
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let words = Set(
    """
    password passwort passwd pass admin administrator root user guest test testing welcome changeme letmein login
    secret iloveyou princess sunshine football baseball superman batman dragon monkey master shadow michael jennifer
    computer internet samsung starwars whatever freedom charlie jordan hunter qwerty qwertz azerty asdfgh zxcvbn
    frontdesk reception receptionist rezeption manager therapist massage wellness spa myspa beauty salon letan
    matkhau quantri vietnam saigon hanoi hochiminh demo demodemo demospa default temp temporary
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension String {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, condition(last) { rest.removeLast() }
    return rest
  }
}
