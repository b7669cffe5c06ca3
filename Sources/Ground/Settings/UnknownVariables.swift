/// Variables that are named as settings are and that nothing reads: one that is misspelt would
/// otherwise go unnoticed.
enum UnknownVariables {
  /// - Parameter known: all that the program reads.
  /// - Returns: a sentence each, in the order of their names; never a value, which may be a password.
  static func sentences(in environment: [String: String], known: Set<String>) -> [String] {
    environment.keys.filter { $0.hasPrefix("FRONTDESK_") && !known.contains($0) }.sorted().map {
      let name = String($0.unicodeScalars.prefix(60).map { $0.isASCII ? Character($0) : "?" })
      let nearest = known.map { (name: $0, distance: distance(name, $0)) }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
      let guess = nearest.flatMap { $0.distance <= 3 ? "; \($0.name) is one" : nil } ?? ""
      return "The variable \(name) is no setting of this program\(guess)."
    }
  }

  /// Letters to put in, take out or change (Levenshtein).
  private static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, another) in other.enumerated() {
        let changed = diagonal + (letter == another ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, diagonal + 1, row[place] + 1)
      }
    }
    return row[other.count]
  }
}
