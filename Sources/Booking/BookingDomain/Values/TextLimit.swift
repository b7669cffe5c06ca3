/// How long each text that a person writes may be, and what may stand in it, in one table. Past it
/// stands a refusal, never a cut: the end of a note may be an allergy. Both ends refuse with it, the
/// server in `Decision`.
///
/// Counted in characters as databases count them (Unicode scalars): a column of 200 holds 200.
package enum TextLimit: CaseIterable, Hashable, Sendable {
  /// What is written on a booking.
  case notes
  /// Why a booking is cancelled, started early or put against the rules.
  case reason
  /// What a therapist's time is blocked for.
  case blockReason
  /// What a waiting guest asked for.
  case waitingNote
  /// What was said, or not, when a guest was called.
  case callNote
  /// Something that the desk has to do.
  case task
  /// What must be said when a guest arrives.
  case guestAlert
  case guestPreferences
  case customerName
  case phone
  case email
  /// A name or a number that is looked for.
  case search
  /// A typed line of the desk's language: a booking with the longest notes fits.
  case line

  package var characters: Int {
    switch self {
    // A page; other programs' notes are read up to `longestRead`, so all of ours are read whole.
    case .notes: 3_000
    case .reason: 500
    // The columns of our own tables.
    case .blockReason, .waitingNote, .callNote, .task, .guestAlert, .guestPreferences: 200
    // The shop's columns: `full_name` 100, `phone_number` 20, `email` 100.
    case .customerName, .email: 100
    case .phone: 20
    case .search: 100
    case .line: 4_000
    }
  }

  /// The text as a sentence begins with it.
  package var words: String {
    switch self {
    case .notes: "A booking's notes"
    case .reason: "A reason"
    case .blockReason: "The reason of blocked time"
    case .waitingNote: "A waiting guest's note"
    case .callNote: "A call's note"
    case .task: "A task"
    case .guestAlert: "An alert"
    case .guestPreferences: "What a guest likes"
    case .customerName: "A customer's name"
    case .phone: "A phone number"
    case .email: "An e-mail address"
    case .search: "What is looked for"
    case .line: "A line"
    }
  }

  package func allows(_ text: String) -> Bool { Self.length(text) <= characters }

  /// - Returns: nil where the text is short enough and can be written; else what to say.
  package func sentence(against text: String) -> String? {
    let length = Self.length(text)
    guard length <= characters else {
      return "\(words) may have \(characters) characters; this has \(length). Nothing was cut."
    }
    // What shows nothing at all is no text, and is refused as that.
    let isBlank = text.isBlank
    let control = text.unicodeScalars.first { !mayContain($0, where: isBlank) }
    guard let control else { return nil }
    let code = String(control.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: 4 - code.count) + code
    return "\(words) may not hold the control character U+\(number)."
  }

  /// Nobody writes control characters, and databases end a text at U+0000. Only notes have lines.
  private func mayContain(_ scalar: Unicode.Scalar, where isBlank: Bool) -> Bool {
    if Self.turnsWriting.contains(scalar.value) { return isBlank }
    guard scalar.properties.generalCategory == .control else { return true }
    return switch self {
    case .notes, .waitingNote: scalar == "\n" || scalar == "\r" || scalar == "\t"
    default: false
    }
  }

  /// What embeds or overrides the direction of writing (Unicode Standard Annex 9), so that a name reads
  /// otherwise than it is stored; parts lines and paragraphs; or marks the order of bytes.
  private static let turnsWriting: Set<UInt32> =
    Set(0x202A...0x202E).union(0x2066...0x2069).union([0x2028, 0x2029, 0xFEFF])

  package static func length(_ text: String) -> Int { text.unicodeScalars.count }

  /// As much as a board reads of a booking's notes that another program wrote.
  package static let longestRead = 4_000
}

extension String {
  /// Whether nothing that can be seen stands there: that is no reason and no name.
  package var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension Unicode.Scalar {
  /// The Braille pattern without dots is a symbol to Unicode, and empty paper to whoever reads it.
  private static let emptyBraille: Unicode.Scalar = "\u{2800}"

  fileprivate var isBlank: Bool {
    switch properties.generalCategory {
    case .control, .format: true
    default:
      properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || self == Self.emptyBraille
    }
  }
}
