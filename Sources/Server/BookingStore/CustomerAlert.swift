/// What must be said when a guest arrives. The shop has no column for it: the desk writes it into
/// the customer's notes, on a line of its own that begins with one of `markers`.
package enum CustomerAlert {
  /// In lower case, with the colon.
  static let markers = ["alert:", "allergy:", "dị ứng:"]

  /// The first such line, whole; nil where there is none.
  package static func line(in notes: String?) -> String? {
    guard let notes else { return nil }
    for line in notes.split(whereSeparator: \.isNewline) {
      let text = line.drop(while: \.isWhitespace)
      let start = text.prefix(16).lowercased()
      if markers.contains(where: start.hasPrefix) { return String(text) }
    }
    return nil
  }
}
