/// A way through the whole system: how consoles talk to the server, and what the server keeps its
/// bookings in. Each story is told on several by this one word.
package struct Way: Hashable, Sendable, CustomStringConvertible {
  package enum Transport: String, Sendable {
    case webSocket = "websocket"
    case polling
  }
  package enum Database: String, Sendable {
    case sqlite
    case mariaDB = "mariadb"
  }

  package let transport: Transport
  package let database: Database

  package init(_ transport: Transport, on database: Database) {
    (self.transport, self.database) = (transport, database)
  }

  package static let usual = Way(.webSocket, on: .sqlite)
  package static let polling = Way(.polling, on: .sqlite)
  package static let mariaDB = Way(.webSocket, on: .mariaDB)
  package static let pollingOnMariaDB = Way(.polling, on: .mariaDB)

  /// The ways on which every story about bookings is told: the usual one, and those in which one of
  /// the two parts is another.
  package static let main = [usual, polling, mariaDB]

  package static let all = main + [pollingOnMariaDB]

  /// The console's status line on this way while all is well.
  package var linkWord: String {
    switch transport {
    case .webSocket: "LIVE"
    case .polling: "POLLING"
    }
  }

  /// The options with which a console is started.
  var flags: [String] {
    switch transport {
    case .webSocket: []
    case .polling: ["--transport", "polling"]
    }
  }

  package var description: String { "\(transport.rawValue) on \(database.rawValue)" }
}
