/// Something outside the console that did not work, as a sentence for the person.
package struct ConsoleProblem: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}
