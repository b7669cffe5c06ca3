/// One fact of a guest's record, as it is to stand.
package struct GuestChange: Hashable, Sendable {
  package let fact: GuestFact
  /// Empty takes it away; a name cannot be taken away.
  package let text: String
  /// What its sender saw there: where something else stands, it is refused. Nil is not compared.
  package let seen: String?

  package init(_ fact: GuestFact, _ text: String, seen: String? = nil) {
    (self.fact, self.text, self.seen) = (fact, text, seen)
  }
}
