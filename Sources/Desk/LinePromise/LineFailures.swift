/// A question, or a line about the house, that got no answer, in a sentence for the person who asked.
package struct QuestionFailure: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}

package struct LoginFailure: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case wrongPassword
    case unreachable
    /// The server's certificate is not to be trusted, and why.
    case untrusted
    case rejected
  }

  package let code: Code
  package let sentence: String

  package init(_ code: Code, _ sentence: String) { (self.code, self.sentence) = (code, sentence) }
}
