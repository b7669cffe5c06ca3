import BookingClient
import BookingDomain
import DeskSettings
import Settings

/// The mark by which the spa's servers recognise this machine where somebody logs in again, in a file
/// for each person. It is bound to those servers: the file says whose it is.
struct KeptMark {
  /// Bytes. A mark, a name and the servers' addresses are a few hundred.
  private static let longest = 16 * 1024

  private let servers: [String]
  /// Nil where there is no place of one's own to keep it in.
  private let home: String?

  init(_ settings: DeskSettings, _ environment: Environment) {
    servers = settings.servers
    home = environment.stateHome
  }

  var device: KnownDevice {
    KnownDevice(
      mark: { email in
        let owner = owner(email)
        guard let bytes = file(of: owner)?.read(atMost: Self.longest) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, lines[0] == owner else { return nil }
        return KnownDevice.Mark(String(lines[1]))
      },
      keep: { mark, email in
        let owner = owner(email)
        file(of: owner)?.write(Array("\(owner)\n\(mark.text)\n".utf8))
      })
  }

  private func owner(_ email: String) -> String {
    (servers + [email.lowercased()]).joined(separator: " ")
  }

  private func file(of owner: String) -> PrivateFile? {
    home.map { PrivateFile(path: "\($0)/frontdesk/known-\(FNV1a.digits(of: owner))") }
  }
}
