import BookingDomain
import BookingServer
import BookingStore
import Foundation
import Logging
import Settings

/// The settings, understood: what to serve, from where, and where to log.
struct ServerSettings {
  private let server: ServerConfiguration
  private let given: GivenSettings
  private let logLevel: Logger.Level
  private let logFormat: LogLines.Format

  init(_ given: GivenSettings) throws(SettingsProblem) {
    self.given = try given.checked()
    var server = ServerConfiguration()
    if let listen = given[.listen] { (server.host, server.port) = try Self.address(listen) }
    server.zone = try Self.zone(given[.timezone])
    server.tls = try Self.certificate(given)
    server.allowedOrigins = try Self.origins(given[.allowedOrigins])
    server.sessions.lifetime =
      try given.number(.sessionMinutes, in: 5...43_200).map { Minutes($0) }
      ?? server.sessions.lifetime
    server.limits = try Self.limits(given)
    server.policy = try Self.policy(given)
    server.web = try Self.web(given)
    server.metricsToken = given[.metricsToken]?.text
    self.server = server
    logLevel = try given.choice(Setting.logLevel.rawValue) ?? .info
    logFormat = try given.choice(Setting.logFormat.rawValue) ?? .text
  }

  /// What to serve from this database, in the zone that its rows are written in. The first server on
  /// it keeps its own there: the one that was set, else this machine's.
  /// - Throws: `SettingsProblem` where another one was set here: both would read the same rows as
  ///   other times.
  func server(for store: any BookingStore) async throws -> ServerConfiguration {
    let kept = try await store.keepZone(named: server.zone.name)
    var server = server
    server.zone = try checkZone(kept: kept)
    return server
  }

  /// - Parameter kept: the zone that the database's rows are written in.
  /// - Throws: as `server(for:)`.
  @discardableResult
  func checkZone(kept: String) throws -> SpaZone {
    // Zones are compared as they are around one moment: the same zone a second later begins its
    // table of offsets a second later.
    let now = Clock.system.now()
    let zone = try SpaZone(named: kept, around: now)
    let wanted = try SpaZone(named: server.zone.name, around: now)
    if let given = given[.timezone], wanted.offsets != zone.offsets {
      throw SettingsProblem(
        "\(given.source): the bookings in this database are in the time of \(kept), not of "
          + "\(given.text). Leave the setting out; or, where \(kept) was wrong from the beginning, "
          + "stop every server and run UPDATE frontdesk_settings SET zone_name = "
          + "'\(server.zone.name)'.")
    }
    return zone
  }

  /// - Parameter openFiles: how many the system lets this process have.
  func limits(openFiles: Int) -> ServerConfiguration.Limits {
    var limits = server.limits
    limits.openFiles = openFiles
    return limits
  }

  func makeLog() throws -> (log: Logger, output: LogLines.Output) {
    let output = try LogLines.Output(to: logTarget, level: logLevel)
    let log = Logger(label: "frontdesk-server") { [logFormat] _ in
      LogLines(to: output, format: logFormat)
    }
    return (log, output)
  }

  /// The log goes on where, and shows what, is set now.
  func goOn(with output: LogLines.Output) throws(SettingsProblem) {
    if let logTarget { try output.move(to: logTarget) }
    output.show(from: logLevel)
  }

  private var logTarget: LogTarget? {
    given[.logFile].map { LogTarget(path: $0.text, source: $0.source) }
  }

  /// - Returns: the one that was named, or a file of the user's own; its directory is made then.
  func database() throws -> DatabaseChoice {
    guard let database = given[.database] else {
      return .sqlite(path: try Self.defaultDatabase())
    }
    return try DatabaseChoice(
      database.text, source: "\(database.source)",
      password: try DatabaseChoice.password(inFile: given[.databasePasswordFile]?.text)
        ?? given[.databasePassword]?.text)
  }

  /// The one that is named here, with its password from a file or the environment. The configuration
  /// file plays no part: its password is that of the account that serves.
  static func database(named url: String, passwordFile: String?) throws -> DatabaseChoice {
    let given = GivenSettings(
      flags: [.database: url, .databasePasswordFile: passwordFile]
    ).only([.database, .databasePassword, .databasePasswordFile])
    return try ServerSettings(given).database()
  }

  /// Where to listen is taken already, and not by the server of this database.
  func portTaken(besides database: DatabaseChoice) -> OperatingError? {
    guard ListenAddress.isTaken(host: server.host, port: server.port) else { return nil }
    let isOurs =
      switch database {
      case .sqlite: database.owner != nil
      // Several may serve one of these: whose it is, nobody can tell.
      case .mysql: ListenAddress.isBookingServer(host: server.host, port: server.port)
      }
    return isOurs ? nil : server.placeTaken
  }

  /// Where the database's password stands, if in a file.
  var databasePasswordFile: String? { given[.databasePasswordFile]?.text }

  private static var usualDirectory: String {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    return (Environment().dataHome ?? home + "/.local/share") + "/frontdesk"
  }

  static var usualDatabase: String { usualDirectory + "/spa.db" }

  private static func defaultDatabase() throws(SettingsProblem) -> String {
    let directory = usualDirectory
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw SettingsProblem(
        "The directory \(directory) for the database cannot be made; name another with --database.")
    }
    return usualDatabase
  }
}

// MARK: - One setting each

extension ServerSettings {
  static func address(_ given: GivenSettings.Given) throws(SettingsProblem) -> (String, Int) {
    guard let colon = given.text.lastIndex(of: ":"),
      let port = Int(given.text[given.text.index(after: colon)...]), (0...65_535).contains(port)
    else {
      throw SettingsProblem(
        "\(given.source): \"\(given.text.excerpt)\" is no address; write HOST:PORT, such as "
          + "0.0.0.0:8080.")
    }
    var host = given.text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return (host.isEmpty ? "0.0.0.0" : String(host), port)
  }

  private static func zone(_ given: GivenSettings.Given?) throws(SettingsProblem) -> SpaZone {
    do throws(OperatingError) {
      return try SpaZone(
        named: given?.text ?? TimeZone.current.identifier, around: Clock.system.now())
    } catch {
      throw SettingsProblem(given.map { "\($0.source): \(error.sentence)" } ?? error.sentence)
    }
  }

  private static func certificate(
    _ given: GivenSettings
  ) throws(SettingsProblem) -> ServerConfiguration.Certificate? {
    switch (given[.tlsCertificate], given[.tlsKey]) {
    case (nil, nil): return nil
    case (let certificate?, let key?):
      return .init(certificateFile: certificate.text, keyFile: key.text)
    case (let certificate?, nil):
      throw SettingsProblem(
        "\(certificate.source): a certificate needs its private key: set tls.key (--tls-key), too.")
    case (nil, let key?):
      throw SettingsProblem(
        "\(key.source): a private key needs its certificate: set tls.certificate "
          + "(--tls-certificate), too.")
    }
  }

  private static func origins(
    _ given: GivenSettings.Given?
  ) throws(SettingsProblem) -> Set<String> {
    guard let given else { return [] }
    for origin in given.texts where !origin.contains("://") || origin.hasSuffix("/") {
      throw SettingsProblem(
        "\(given.source): \"\(origin.excerpt)\" is no origin; write it like https://shop.example.")
    }
    return Set(given.texts)
  }

  private static func limits(
    _ given: GivenSettings
  ) throws(SettingsProblem) -> ServerConfiguration.Limits {
    var limits = ServerConfiguration.Limits()
    if let count = try given.number(.connections, in: ConnectionLimits.fewest...1_000_000) {
      limits.connections = count
    }
    if let count = try given.number(.connectionsPerAddress, in: 1...1_000_000) {
      limits.connectionsPerAddress = count
    }
    if let count = try given.number(.socketsPerAccount, in: 1...1_000_000) {
      limits.socketsPerAccount = count
    }
    if let seconds = try given.number(.heartbeatSeconds, in: 1...3_600) {
      limits.heartbeat = .seconds(seconds)
    }
    if let seconds = try given.number(.authenticationSeconds, in: 1...600) {
      limits.authentication = .seconds(seconds)
    }
    return limits
  }

  private static func policy(_ given: GivenSettings) throws(SettingsProblem) -> Decision.Policy {
    var policy = Decision.Policy()
    if let minutes = try given.number(.freeCancellationMinutes, in: Ranges.notice) {
      policy.lateCancellation = Minutes(minutes)
    }
    if let keeps = try given.yesOrNo(.lateCancellationUsesSession) {
      policy.lateCancellationKeepsSession = keeps
    }
    return policy
  }

  private static func web(
    _ given: GivenSettings
  ) throws(SettingsProblem) -> ServerConfiguration.Web {
    var web = ServerConfiguration.Web()
    if let given = given[.publicURL] {
      guard let url = PublicURL(given.text) else {
        throw SettingsProblem(
          "\(given.source): \"\(given.text.excerpt)\" is no address; write it like "
            + "https://spa.example/desk.")
      }
      web.publicURL = url
    }
    for text in given[.trustedProxies]?.texts ?? [] {
      guard let range = AddressRange(text) else {
        let source = given[.trustedProxies].map { "\($0.source): " } ?? ""
        throw SettingsProblem(
          "\(source)\"\(text.excerpt)\" is no IP address and no range such as 10.0.0.0/8.")
      }
      web.trustedProxies.append(range)
    }
    web.hasProxyProtocol = try given.yesOrNo(.proxyProtocol) ?? false
    if web.hasProxyProtocol, web.trustedProxies.isEmpty {
      let source = given[.proxyProtocol].map { "\($0.source): " } ?? ""
      throw SettingsProblem(
        "\(source)web.proxy_protocol needs web.trusted_proxies: only those are believed.")
    }
    if let seconds = try given.number(.keepAliveSeconds, in: 1...3_600) {
      web.keepAlive = .seconds(seconds)
    }
    web.isWebSocketEnabled = try given.yesOrNo(.webSocket) ?? true
    return web
  }
}
