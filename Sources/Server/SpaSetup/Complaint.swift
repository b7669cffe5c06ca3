import BookingStore

/// What keeps something from being set up, changed or imported: one sentence that says what was
/// wrong and what to do. Nothing was changed.
package struct Complaint: CallersError, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }

  package var description: String { sentence }
}
