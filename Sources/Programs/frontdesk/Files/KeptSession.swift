import BookingDomain
import BookingProtocol
import DeskSettings
import Settings

/// The session that one script leaves to the next, so that a hundred orders a minute are not a
/// hundred log-ins. It is bound to its server and person: the file says whose it is.
struct KeptSession {
  /// Bytes. A token, a name and the servers' addresses are a few hundred.
  private static let longest = 16 * 1024

  /// Nil where there is no place of one's own to keep it in.
  private let file: PrivateFile?
  /// Servers and e-mail address, a line.
  private let owner: String

  init(_ settings: DeskSettings, _ environment: Environment) {
    owner = (settings.servers + [settings.user]).joined(separator: " ")
    // What ends with the person's log-out from the machine, where there is such a place.
    let home = environment["XDG_RUNTIME_DIR"] ?? environment.stateHome
    let name = String(Self.number(of: owner), radix: 16)
    file = home.map { PrivateFile(path: "\($0)/frontdesk/session-\(name)") }
  }

  /// Nil where none is kept for this server and person, or it has run out.
  func session(now: Timestamp) -> LoginAnswer? {
    guard let bytes = file?.read(atMost: Self.longest),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      String(decoding: bytes[..<end], as: UTF8.self) == owner,
      let session = try? LoginCoding.decodeAnswer(bytes[(end + 1)...]), session.expiresAt > now
    else { return nil }
    return session
  }

  func keep(_ session: LoginAnswer) {
    file?.write(Array(owner.utf8) + [UInt8(ascii: "\n")] + LoginCoding.encode(session))
  }

  func forget() { file?.remove() }

  /// FNV-1a: only a name for a file, whose first line says the rest.
  private static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
