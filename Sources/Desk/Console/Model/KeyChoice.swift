import Screen

/// The keys that somebody has given to actions, by their command words, over the usual ones.
package struct KeyChoice: Hashable, Sendable {
  /// One line of the settings.
  package struct Line: Hashable, Sendable {
    package let word: String
    package let keys: [String]
    /// Where it stands, for sentences.
    package let place: String

    package init(_ word: String, keys: [String], place: String) {
      (self.word, self.keys, self.place) = (word, keys, place)
    }
  }

  /// What cannot be, with its place, as a sentence.
  package struct Problem: Error, Hashable, Sendable {
    package let sentence: String
  }

  private(set) var keys: [String: [KeyPress]] = [:]
  private var places: [String: String] = [:]

  package init() {}

  /// - Parameter known: the command words that there are.
  init(_ lines: [Line], known: [String]) throws(Problem) {
    for line in lines {
      guard known.contains(line.word) else {
        let words = known.filter { $0.hasPrefix(line.word.prefix(2)) }
        let guess = words.isEmpty ? ":help lists them" : "there is " + words.joined(separator: ", ")
        throw Problem(
          sentence: "\(line.place): \"\(line.word)\" is no command of the console; \(guess).")
      }
      var keys: [KeyPress] = []
      for name in line.keys {
        let key = try Self.key(name, in: line)
        if !keys.contains(key) { keys.append(key) }
      }
      self.keys[line.word] = keys
      places[line.word] = line.place
    }
  }

  private static func key(_ name: String, in line: Line) throws(Problem) -> KeyPress {
    guard let key = KeyPress(named: name) else {
      throw Problem(
        sentence: "\(line.place): \"\(name)\" is no key: a letter or sign, ctrl-z, alt-x, F5, "
          + "Space, Enter, Tab, Up and the like are.")
    }
    guard !key.isAnotherKey else {
      throw Problem(
        sentence: "\(line.place): \"\(name)\" cannot be told from another key by a terminal.")
    }
    guard key != .escape, key != .control("c") else {
      throw Problem(
        sentence: "\(line.place): \(key.name) leads out of everything, and stays as it is.")
    }
    return key
  }

  var isUsual: Bool { keys.isEmpty }

  /// Where it was said; nil for what is as usual.
  func place(of word: String) -> String? { places[word] }
}
