/// A booking's two letters: the first for the column on the screen, the second for its place in
/// the column's day. Both grow downwards and to the right, so that a tag is guessed before read.
package struct Tag: Hashable, Sendable {
  package let first: Character
  package let second: Character

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  /// Nil past 26: nobody has 26 columns on a screen or 26 bookings in a day.
  init?(column: Int, index: Int) {
    guard Self.letters.indices.contains(column), Self.letters.indices.contains(index) else {
      return nil
    }
    first = Self.letters[column]
    second = Self.letters[index]
  }

  package var text: String { "\(first)\(second)" }
}
