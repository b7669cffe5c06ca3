import BookingDomain

/// What the console says: toasts on the screen now, and the history behind `:messages`.
package struct Notices: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case information
    case warning
    case error
  }

  package struct Notice: Hashable, Sendable {
    package let kind: Kind
    package let sentence: String
    package let at: Timestamp
  }

  /// How long information stays, and how long anything stays at least although keys are pressed
  /// (milliseconds): nobody reads a sentence in less.
  private static let informationTime: Int64 = 5_000
  private static let readingTime: Int64 = 1_000
  /// More than three toasts would cover the board; a day has less history than this.
  private static let mostToasts = 3
  private static let mostHistory = 500

  package private(set) var toasts: [Notice] = []
  package private(set) var history: [Notice] = []

  package init() {}

  package mutating func say(_ kind: Kind, _ sentence: String, at now: Timestamp) {
    let notice = Notice(kind: kind, sentence: sentence, at: now)
    toasts.removeAll { $0.sentence == sentence }
    toasts.append(notice)
    if toasts.count > Self.mostToasts { toasts.removeFirst(toasts.count - Self.mostToasts) }
    history.append(notice)
    if history.count > Self.mostHistory { history.removeFirst(history.count - Self.mostHistory) }
  }

  package func shows(_ sentence: String) -> Bool { toasts.contains { $0.sentence == sentence } }

  /// Takes a sentence off the screen that is not true any more; the history keeps it.
  package mutating func takeDown(_ sentence: String) {
    toasts.removeAll { $0.sentence == sentence }
  }

  /// Somebody is at the keyboard: what has been up long enough has been seen.
  /// - Parameter sentence: what is still being read.
  package mutating func seen(at now: Timestamp, keeping sentence: String? = nil) {
    toasts.removeAll {
      now.milliseconds - $0.at.milliseconds >= Self.readingTime && $0.sentence != sentence
    }
  }

  /// Information goes by itself; warnings and errors stay until seen.
  package mutating func expire(at now: Timestamp) {
    toasts.removeAll { $0.kind == .information && Self.end(of: $0) <= now }
  }

  /// When the picture changes by itself.
  package var nextChange: Timestamp? {
    toasts.filter { $0.kind == .information }.map(Self.end).min()
  }

  private static func end(of notice: Notice) -> Timestamp {
    Timestamp(milliseconds: notice.at.milliseconds + informationTime)
  }
}
