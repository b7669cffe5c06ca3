/// What keeps the server from running: one sentence that says what is wrong and what to do.
package struct OperatingError: Error, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }

  package var description: String { sentence }
}
