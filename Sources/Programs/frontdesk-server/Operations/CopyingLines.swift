import MySQLStore

/// The lines with which a database server's own programs copy it and put it back.
struct CopyingLines {
  private let address: MySQLAddress
  private let isMariaDB: Bool

  /// Asks the server whose it is; where it does not answer, MariaDB's programs are named, which know
  /// both.
  init(_ address: MySQLAddress) {
    self.address = address
    isMariaDB = (try? MySQLProduct(at: address)) != .mySQL
  }

  func dump(to target: String) -> String {
    // What MySQL's would want further rights for, or write for replicas alone.
    let own = isMariaDB ? "" : " --no-tablespaces --set-gtid-purged=OFF"
    return """
      # Copies the database at one instant while everybody works on it; asks for the password. The user
      # needs GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON \(grantee) (and, where the
      # shop has routines of its own, the right to see them). What is cut short stays a .part.
      ( umask 077; \(isMariaDB ? "mariadb-dump" : "mysqldump") \(place) --password \
      --single-transaction --triggers --routines --events --hex-blob\(own) \
      --default-character-set=utf8mb4 \(quoted(address.database)) > \(quoted(target + ".part")) \
      && mv \(quoted(target + ".part")) \(quoted(target)) )
      """
  }

  private var grantee: String { "`\(address.database)`.* TO '\(address.user)'" }

  func restore(from source: String, passwordFile: String?) -> String {
    let password = passwordFile.map { " --database-password-file \(quoted($0))" } ?? ""
    return """
      # With every frontdesk-server on it stopped, as a user with GRANT ALL on the database. The first asks
      # for the password\
      \(password.isEmpty ? "; the second takes it from FRONTDESK_DATABASE_PASSWORD." : ".")
      \(isMariaDB ? "mariadb" : "mysql") \(place) --password --default-character-set=utf8mb4 \
      \(quoted(address.database)) < \(quoted(source))
      frontdesk-server migrate --restored --database \(quoted(address.url))\(password)
      """
  }

  private var place: String {
    let way =
      address.socket.map { "--socket=\(quoted($0))" }
      ?? "--host=\(quoted(address.host)) --port=\(address.port)"
    let trust = address.certificateAuthority.map { file in
      " --ssl-ca=\(quoted(file)) "
        + (isMariaDB ? "--ssl-verify-server-cert" : "--ssl-mode=VERIFY_IDENTITY")
    }
    return "\(way)\(trust ?? "") --user=\(quoted(address.user))"
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
