/// What a guest's notes say on lines of their own: what must be said at arrival, and what the guest
/// likes. The shop has no column for either, and its own programs show the notes: what is written
/// there is read by everybody who meets the guest, and stays in one place.
package struct GuestNotes: Hashable, Sendable {
  package enum Line: CaseIterable, Hashable, Sendable {
    /// An allergy, "always ground floor".
    case alert
    /// Pressure, therapist, tea.
    case preferences

    /// What such a line begins with, in lower case; ours begin with the first.
    var markers: [String] {
      switch self {
      case .alert: ["alert:", "allergy:", "dị ứng:"]
      case .preferences: ["prefers:", "thích:"]
      }
    }
  }

  private let lines: [Substring]

  package init(_ notes: String?) {
    lines = (notes ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// What must be said at arrival; nil where there is nothing.
  package var alert: String? { text(of: .alert) }

  package var preferences: String? { text(of: .preferences) }

  /// What follows our own marker; of another one the whole line, which says what it is.
  package func text(of line: Line) -> String? {
    whole(line).map { text in
      guard text.lowercased().hasPrefix(line.markers[0]) else { return text }
      return String(text.dropFirst(line.markers[0].count).drop(while: \.isWhitespace))
    }
  }

  /// The notes with this line; an empty text takes it away. It stands first: of very long notes only
  /// the beginning is read.
  package func writing(_ text: String, as line: Line) -> String {
    var kept = lines.filter { !Self.isMarked($0, as: line) }
    if !text.isBlank {
      let isMarked = Self.isMarked(text[...], as: line)
      kept.insert(isMarked ? text[...] : "\(line.markers[0]) \(text)", at: 0)
      if kept.count == 2, kept[1].isEmpty { kept.removeLast() }
    }
    return kept.joined(separator: "\n")
  }

  /// What nobody else is shown on lines of its own.
  package var rest: String {
    lines.filter { line in !Line.allCases.contains { Self.isMarked(line, as: $0) } }
      .joined(separator: "\n")
  }

  private func whole(_ line: Line) -> String? {
    lines.first { Self.isMarked($0, as: line) }.map { String($0.drop(while: \.isWhitespace)) }
  }

  private static func isMarked(_ text: Substring, as line: Line) -> Bool {
    let start = text.drop(while: \.isWhitespace).prefix(16).lowercased()
    return line.markers.contains(where: start.hasPrefix)
  }
}
