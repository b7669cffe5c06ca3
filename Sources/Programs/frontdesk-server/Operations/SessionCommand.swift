import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import SpaSetup

/// `frontdesk-server session`: who is logged in.
struct SessionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Who is logged in: list them, or log them out.",
    subcommands: [List.self, End.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Who is logged in, and until when.")
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withStore { store, setup in
        let now = try await setup.now(at: store)
        let all = try await store.inSnapshot { try OpenSessions($0).all(at: now.instant) }
        if all.isEmpty { return print("Nobody is logged in.") }
        TextTable(
          ["E-MAIL", "NAME", "ROLE", "SESSIONS", "IF UNUSED, UNTIL"],
          all.map { session in
            let until = now.zone.local(session.lastUntil)
            return [
              session.email, session.name, session.role.lowercased(), String(session.count),
              "\(until.date) \(until.time)",
            ]
          }
        ).print()
      }
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Log somebody out, everywhere, within a second.")
    @Argument(help: ArgumentHelp("Whose sessions.", valueName: "e-mail"))
    var email: String?
    @Flag(help: "Everybody's.")
    var all = false
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      guard (email != nil) != all else {
        throw ValidationError("Name an e-mail address, or say --all.")
      }
    }

    func run() async throws {
      try await options.withStore { store, _ in
        let ended = try await store.inTransaction { [email] db in
          let ended = try email.map(OpenSessions(db).end(of:)) ?? OpenSessions(db).endAll()
          try HouseChanges(db).add("Sessions of \(email ?? "everybody") ended: \(ended).")
          return ended
        }
        print("Sessions ended: \(ended).")
      }
    }
  }
}
