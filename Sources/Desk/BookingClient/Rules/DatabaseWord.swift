/// What the server says of its database: that it takes no orders, and why, once; and that it does again.
/// On a new connection, and in each answer to a poll, silence says that all is well.
package struct DatabaseWord: Hashable, Sendable {
  /// Why it takes no orders, in a sentence; nil while it does.
  package private(set) var trouble: String?
  /// Whether it has been spoken of on this connection.
  package private(set) var isMentioned = false

  package init() {}

  package mutating func connected() { isMentioned = false }

  /// - Returns: whether that is news.
  package mutating func heard(_ present: String?) -> Bool {
    isMentioned = true
    defer { trouble = present }
    return present != trouble
  }
}
