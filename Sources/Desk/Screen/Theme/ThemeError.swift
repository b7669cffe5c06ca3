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
