/// What a writer of another client has to know of one address.
package struct ExchangeNote: Sendable {
  /// What is sent or answered: its form, in words of the objects, and the samples of it.
  package struct Content: Sendable {
    package let form: String
    /// Names of `ProtocolSamples.bodies`.
    package let samples: [String]

    init(_ form: String, _ samples: String...) { (self.form, self.samples) = (form, samples) }
  }

  /// `GET` or `POST`.
  package let method: String
  package let path: String
  package let summary: String
  /// Who may ask.
  package let askers: String
  /// Behind the `?`.
  package let parameters: [FieldNote]
  /// The body that is sent; nil for none.
  package let sent: Content?
  package let answer: Content

  init(
    _ method: String, _ path: String, _ summary: String, for askers: String,
    parameters: [FieldNote] = [], sent: Content? = nil, answer: Content
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.askers = askers
    self.parameters = parameters
    self.sent = sent
    self.answer = answer
  }
}
