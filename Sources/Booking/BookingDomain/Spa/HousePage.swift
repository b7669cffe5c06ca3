/// What a manager reads of the house that stands beside the bookings: accounts, services, places,
/// hours, leave, and who changed what of them. Tables, as they are to be shown.
package struct HousePage: Hashable, Sendable {
  package struct Table: Hashable, Sendable {
    package let heading: [String]
    /// As many texts each as the heading has.
    package let rows: [[String]]

    package init(_ heading: [String], _ rows: [[String]]) {
      (self.heading, self.rows) = (heading, rows)
    }
  }

  package let title: String
  package let tables: [Table]
  /// What was done just now, for the person who asked for it: a new password stands here, once. Nil
  /// where somebody only looked.
  package let done: String?

  package init(title: String, tables: [Table], done: String? = nil) {
    (self.title, self.tables, self.done) = (title, tables, done)
  }
}

/// Who changed what of the house, and when.
package struct HouseChange: Hashable, Sendable {
  package let at: Timestamp
  package let byName: String
  package let what: String

  package init(at: Timestamp, byName: String, what: String) {
    (self.at, self.byName, self.what) = (at, byName, what)
  }
}

/// Why something of the house was not changed, in a sentence for the person who asked.
package struct HouseRefusal: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}
