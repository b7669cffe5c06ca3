import BookingDomain

/// What a writer of another client has to know of one field.
package struct FieldNote: Hashable, Sendable {
  package let name: String
  /// Its form, with unit and range: "minutes, between 1 and 1440".
  package let form: String
  package let meaning: String
  /// Whether it is always there.
  package let isNeeded: Bool

  static func needed(_ name: String, _ form: String, _ meaning: String) -> FieldNote {
    FieldNote(name: name, form: form, meaning: meaning, isNeeded: true)
  }

  static func optional(_ name: String, _ form: String, _ meaning: String) -> FieldNote {
    FieldNote(name: name, form: form, meaning: meaning, isNeeded: false)
  }
}

/// The forms that fields have, in the words of the reference.
enum Form {
  static let id = "number of a row"
  static let text = "text"
  static let date = "date, YYYY-MM-DD, on the spa's calendar"
  static let time = "time, HH:MM:SS, on the spa's clock"
  static let instant = "instant, ISO 8601 in UTC"
  static let yesOrNo = "true or false"
  static let money = "amount, as text with two decimals"
  static let duration = "minutes, \(Ranges.duration.words)"
  static let buffer = "minutes, \(Ranges.buffer.words)"
  static let count = "count"
  static let milliseconds = "milliseconds"
  static let seq = "whole number, \(Ranges.position.words)"
  static let status =
    "one of " + BookingStatus.allCases.map(\.rawValue).joined(separator: ", ")

  static let weekday = "one of " + Weekday.allCases.map(\.rawValue).joined(separator: ", ")
  static let paymentMethod =
    "one of " + PaymentMethod.allCases.map(\.rawValue).joined(separator: ", ")
  static let paymentStatus =
    "one of " + PaymentStatus.allCases.map(\.rawValue).joined(separator: ", ")

  static func text(_ limit: TextLimit) -> String { "text, at most \(limit.characters) characters" }
  static func object(_ name: String) -> String { "object \(name)" }
  static func list(_ name: String) -> String { "list of objects \(name)" }
}

/// An object that stands in several messages.
package struct ObjectNote: Sendable {
  package let name: String
  package let summary: String
  package let fields: [FieldNote]
}
