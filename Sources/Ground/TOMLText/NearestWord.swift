/// The known word that is most like a misspelt one, to be guessed in a sentence about it.
package enum NearestWord {
  /// Longer than any word of ours; comparing costs length squared.
  private static let longest = 64

  /// - Parameter most: letters that may differ.
  /// - Returns: of several that are equally near the first in the alphabet; nil where none is near.
  package static func to(
    _ word: String, among known: some Sequence<String>, most: Int
  ) -> String? {
    known.map { (name: $0, distance: distance(word, $0)) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .flatMap { $0.distance <= most ? $0.name : nil }
  }

  /// Letters to put in, take out or change, whatever their case (Levenshtein).
  private static func distance(_ one: String, _ other: String) -> Int {
    guard one.utf8.count <= longest else { return .max }
    let (one, other) = (Array(one.lowercased()), Array(other.lowercased()))
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
