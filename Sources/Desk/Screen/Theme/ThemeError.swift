/// One thing that is wrong with a theme file, and where.
package struct ThemeProblem: Hashable, Sendable, CustomStringConvertible {
  /// A path, or the flag where the name of a theme was given.
  package let file: String
  package let line: Int
  package let column: Int
  package let sentence: String

  package var description: String {
    file.hasPrefix("--") ? "\(file): \(sentence)" : "\(file):\(line):\(column): \(sentence)"
  }
}

/// Why a theme could not be used: everything that is wrong, in the order of the file.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  package let problems: [ThemeProblem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The known name that is most like `word`, if one is like it at all.
func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  let most = (word.count + 2) / 3
  let near = names.map { (name: $0, distance: editDistance(word, $0)) }
  guard let best = near.min(by: { $0.distance < $1.distance }), best.distance <= most else {
    return nil
  }
  return best.name
}

/// How many characters have to be changed, added or removed to turn `a` into `b`, whatever the case.
private func editDistance(_ a: String, _ b: String) -> Int {
  // A name longer than any of ours is like none of them, and not worth the square of its length.
  guard a.utf8.count <= 64 else { return .max }
  let (a, b) = (Array(a.lowercased()), Array(b.lowercased()))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
