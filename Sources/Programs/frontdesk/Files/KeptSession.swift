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
    let name = FNV1a.digits(of: owner)
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
}
