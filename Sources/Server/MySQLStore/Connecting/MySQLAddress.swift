import BookingStore
import Foundation

/// Where a database is and who we are there, from
/// `mysql://user[:password]@host[:port]/database[?socket=PATH&ssl-ca=FILE&pool=N]`.
package struct MySQLAddress: Hashable, Sendable {
  package let host: String
  package let port: UInt32
  package let user: String
  package var password: String
  package let database: String
  /// A Unix socket goes before host and port.
  package let socket: String?
  /// With a certificate authority's file the connection is encrypted, or is not made at all.
  package let certificateAuthority: String?
  /// Connections that orders and readers share. Eight keep two cores of a database busy; whoever
  /// needs one while all are in use waits.
  package let poolSize: Int

  /// Without the password: for sentences and logs.
  package var description: String {
    let place = socket.map { "socket \($0)" } ?? "\(host):\(port)"
    return "\(database) (\(user) at \(place))"
  }

  /// As it is written, without the password.
  package var url: String {
    var url = URLComponents()
    url.scheme = "mysql"
    (url.user, url.host, url.port) = (user, host, Int(port))
    url.path = "/" + database
    let options = [("socket", socket), ("ssl-ca", certificateAuthority)].compactMap { name, value in
      value.map { URLQueryItem(name: name, value: $0) }
    }
    if !options.isEmpty { url.queryItems = options }
    return url.string ?? ""
  }

  /// - Throws: `StoreFailure.unusable` with a sentence that never repeats a password.
  package init(_ text: String) throws {
    guard let url = URLComponents(string: text), url.scheme == "mysql" || url.scheme == "mariadb"
    else { throw Self.problem("it is no URL") }
    guard let user = url.user, !user.isEmpty else { throw Self.problem("the user is missing") }
    let database = String(url.path.dropFirst())
    guard !database.isEmpty, !database.contains("/"), database.utf8.count <= 64 else {
      throw Self.problem("the database is missing")
    }
    let options = try Self.options(url.queryItems ?? [])
    self.user = user
    self.database = database
    password = url.password ?? ""
    host = url.host.flatMap { $0.isEmpty ? nil : $0 } ?? "127.0.0.1"
    port = UInt32(url.port ?? 3306)
    socket = options["socket"]
    certificateAuthority = options["ssl-ca"]
    guard let size = Int(options["pool"] ?? "8"), (1...64).contains(size) else {
      throw Self.problem("pool must be a number from 1 to 64")
    }
    poolSize = size
  }

  private static func options(_ items: [URLQueryItem]) throws -> [String: String] {
    var options: [String: String] = [:]
    for item in items {
      guard ["socket", "ssl-ca", "pool"].contains(item.name), let value = item.value,
        !value.isEmpty
      else { throw problem("there is no option \"\(item.name)\" like that") }
      options[item.name] = value
    }
    return options
  }

  private static func problem(_ what: String) -> StoreFailure {
    StoreFailure(
      .unusable,
      "The database's address cannot be used: \(what). Write "
        + "mysql://USER[:PASSWORD]@HOST[:PORT]/DATABASE[?socket=PATH&ssl-ca=FILE&pool=N].")
  }
}
