import BookingProtocol

/// What a machine keeps to be recognised by where somebody logs in there again: who guesses at that
/// account elsewhere uses up no tries of theirs. It opens nothing.
package struct KnownDevice: Sendable {
  /// As the server made it for one person on one machine. Nothing but letters, digits and dots, and
  /// bounded, whatever a server sends.
  package struct Mark: Hashable, Sendable {
    private static let longest = 200

    package let text: String

    package init?(_ text: String) {
      guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy(Self.isPlain)
      else { return nil }
      self.text = text
    }

    /// The one among the cookies that an answer sets, if there is one.
    init?(cookies: [String]) {
      let name = "\(LoginCookie.device.rawValue)="
      guard let cookie = cookies.first(where: { $0.hasPrefix(name) }) else { return nil }
      self.init(String(cookie.dropFirst(name.count).prefix { $0 != ";" }))
    }

    var cookie: String { "\(LoginCookie.device.rawValue)=\(text)" }

    private static func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// A machine that keeps nothing.
  package static let unknown = KnownDevice(mark: { _ in nil }, keep: { _, _ in })

  /// What was kept for this e-mail address last.
  let mark: @Sendable (_ email: String) -> Mark?
  let keep: @Sendable (_ mark: Mark, _ email: String) -> Void

  package init(
    mark: @escaping @Sendable (_ email: String) -> Mark?,
    keep: @escaping @Sendable (_ mark: Mark, _ email: String) -> Void
  ) {
    (self.mark, self.keep) = (mark, keep)
  }
}
