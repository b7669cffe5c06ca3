import BookingDomain
import BookingServer
import BookingStore
import Foundation
import Logging

/// The settings, understood: what to serve, from where, and where to log.
struct Setup {
  private let server: ServerConfiguration
  private let settings: Settings
  private let logLevel: Logger.Level
  private let logFormat: LogLines.Format

  init(_ settings: Settings) throws {
    self.settings = settings
    var server = ServerConfiguration()
    if let listen = settings[.listen] { (server.host, server.port) = try Self.address(listen) }
    server.zone = try SpaZone(
      named: settings[.timezone]?.text ?? TimeZone.current.identifier, around: Clock.system.now())
    server.tls = try Self.certificate(settings)
    server.allowedOrigins = try Self.origins(settings[.allowedOrigins])
    if let minutes = try Self.number(settings[.sessionMinutes], in: 5...43_200) {
      server.sessions.lifetime = Minutes(minutes)
    }
    if let count = try Self.number(settings[.connections], in: 1...1_000_000) {
      server.limits.connections = count
    }
    if let seconds = try Self.number(settings[.heartbeatSeconds], in: 1...3_600) {
      server.limits.heartbeat = .seconds(seconds)
    }
    if let seconds = try Self.number(settings[.authenticationSeconds], in: 1...600) {
      server.limits.authentication = .seconds(seconds)
    }
    if let minutes = try Self.number(settings[.freeCancellationMinutes], in: Ranges.notice) {
      server.policy.lateCancellation = Minutes(minutes)
    }
    if let uses = try Self.yesOrNo(settings[.lateCancellationUsesSession]) {
      server.policy.lateCancellationKeepsSession = uses
    }
    if let count = try Self.number(settings[.connectionsPerAddress], in: 1...1_000_000) {
      server.limits.connectionsPerAddress = count
    }
    if let count = try Self.number(settings[.socketsPerAccount], in: 1...1_000_000) {
      server.limits.socketsPerAccount = count
    }
    server.web = try Self.web(settings)
    server.metricsToken = settings[.metricsToken]?.text
    self.server = server
    logLevel = try Self.level(settings[.logLevel])
    logFormat = try Self.choice(settings[.logFormat], LogLines.Format.init) ?? .text
  }

  /// What to serve from this database, in the zone that its rows are written in. The first server on
  /// it keeps its own there: the one that was set, else this machine's.
  /// - Throws: `OperatingError` where another one was set here: both would read the same rows as
  ///   other times.
  func server(for store: any BookingStore) async throws -> ServerConfiguration {
    let kept = try await store.keepZone(named: server.zone.name)
    var server = server
    // Zones are compared as they are around one moment: the same zone a second later begins its
    // table of offsets a second later.
    let now = Clock.system.now()
    server.zone = try SpaZone(named: kept, around: now)
    let wanted = try SpaZone(named: self.server.zone.name, around: now)
    if let given = settings[.timezone], wanted.offsets != server.zone.offsets {
      throw OperatingError(
        "\(given.source): the bookings in this database are in the time of \(kept), not of "
          + "\(given.text). Leave the setting out; or, where \(kept) was wrong from the beginning, "
          + "stop every server and run UPDATE frontdesk_settings SET zone_name = "
          + "'\(self.server.zone.name)'.")
    }
    return server
  }

  var connections: Int { server.limits.connections }

  func makeLog() throws -> (log: Logger, output: LogLines.Output) {
    let output = LogLines.Output(try logFile() ?? .standardError, level: logLevel)
    let log = Logger(label: "frontdesk-server") { [logFormat] _ in
      LogLines(to: output, format: logFormat)
    }
    return (log, output)
  }

  /// A log that was moved away goes on in a new file, and shows what is set now.
  func goOn(with output: LogLines.Output) throws {
    if let file = try logFile() { output.reopen(file) }
    output.show(from: logLevel)
  }

  /// - Returns: the one that was named, or a file of the user's own; its directory is made then.
  func database() throws -> DatabaseChoice {
    guard let given = settings[.database] else {
      return .sqlite(path: try Self.defaultDatabase())
    }
    return try DatabaseChoice(
      given.text, source: given.source,
      password: try DatabaseChoice.password(inFile: settings[.databasePasswordFile]?.text)
        ?? settings[.databasePassword]?.text)
  }

  private static var usualDirectory: String {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    let data = ProcessInfo.processInfo.environment["XDG_DATA_HOME"].flatMap {
      $0.isEmpty ? nil : $0
    }
    return (data ?? home + "/.local/share") + "/frontdesk"
  }

  static var usualDatabase: String { usualDirectory + "/spa.db" }

  private static func defaultDatabase() throws -> String {
    let directory = usualDirectory
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw OperatingError(
        "The directory \(directory) for the database cannot be made; name another with --database.")
    }
    return usualDatabase
  }

  private func logFile() throws -> FileHandle? {
    guard let given = settings[.logFile] else { return nil }
    let descriptor = open(given.text, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw OperatingError(
        "\(given.source): \(given.text) cannot be written to: \(String(cString: strerror(errno))).",
        isOfSettings: true)
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}

// MARK: - One setting each

extension Setup {
  static func address(_ given: Settings.Given) throws -> (String, Int) {
    guard let colon = given.text.lastIndex(of: ":"),
      let port = Int(given.text[given.text.index(after: colon)...]), (0...65_535).contains(port)
    else {
      throw OperatingError(
        "\(given.source): \"\(given.text)\" is no address; write HOST:PORT, such as 0.0.0.0:8080.")
    }
    var host = given.text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return (host.isEmpty ? "0.0.0.0" : String(host), port)
  }

  private static func certificate(_ settings: Settings) throws -> ServerConfiguration.Certificate? {
    switch (settings[.tlsCertificate]?.text, settings[.tlsKey]?.text) {
    case (nil, nil): return nil
    case (let certificate?, let key?):
      return .init(certificateFile: certificate, keyFile: key)
    case (_?, nil):
      throw OperatingError("A certificate needs its private key: add --tls-key FILE.")
    case (nil, _?):
      throw OperatingError("A private key needs its certificate: add --tls-certificate FILE.")
    }
  }

  private static func origins(_ given: Settings.Given?) throws -> Set<String> {
    guard let given else { return [] }
    let origins = given.text.split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    for origin in origins where !origin.contains("://") || origin.hasSuffix("/") {
      throw OperatingError(
        "\(given.source): \"\(origin)\" is no origin; write it like https://shop.example.")
    }
    return Set(origins)
  }

  private static func web(_ settings: Settings) throws -> ServerConfiguration.Web {
    var web = ServerConfiguration.Web()
    if let given = settings[.publicURL] {
      guard let url = PublicURL(given.text) else {
        throw OperatingError(
          "\(given.source): \"\(given.text)\" is no address; write it like https://spa.example/desk."
        )
      }
      web.publicURL = url
    }
    if let given = settings[.trustedProxies] {
      web.trustedProxies = try given.text.split(separator: ",").map { text in
        guard let range = AddressRange(text.trimmingCharacters(in: .whitespaces)) else {
          throw OperatingError(
            "\(given.source): \"\(text)\" is no IP address and no range such as 10.0.0.0/8.")
        }
        return range
      }
    }
    web.hasProxyProtocol = try yesOrNo(settings[.proxyProtocol]) ?? false
    if web.hasProxyProtocol, web.trustedProxies.isEmpty {
      throw OperatingError(
        "web.proxy_protocol needs web.trusted_proxies: only those are believed.")
    }
    if let seconds = try number(settings[.keepAliveSeconds], in: 1...3_600) {
      web.keepAlive = .seconds(seconds)
    }
    web.isWebSocketEnabled = try yesOrNo(settings[.webSocket]) ?? true
    return web
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ given: Settings.Given?, _ make: (String) -> Choice?
  ) throws -> Choice? {
    guard let given else { return nil }
    guard let choice = make(given.text.lowercased()) else {
      throw OperatingError(
        "\(given.source): \"\(given.text)\" must be one of "
          + Choice.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return choice
  }

  private static func number(_ given: Settings.Given?, in range: ClosedRange<Int>) throws -> Int? {
    guard let given else { return nil }
    guard let number = Int(given.text), range.contains(number) else {
      throw OperatingError(
        "\(given.source): \"\(given.text)\" must be a number from \(range.lowerBound) to "
          + "\(range.upperBound).")
    }
    return number
  }

  private static func yesOrNo(_ given: Settings.Given?) throws -> Bool? {
    switch given?.text.lowercased() {
    case nil: return nil
    case "yes", "true", "1": return true
    case "no", "false", "0": return false
    case .some:
      throw OperatingError(
        "\(given?.source ?? ""): \"\(given?.text.prefix(40) ?? "")\" must be \"yes\" or \"no\".")
    }
  }

  private static func level(_ given: Settings.Given?) throws -> Logger.Level {
    guard let given else { return .info }
    guard let level = Logger.Level(rawValue: given.text.lowercased()) else {
      throw OperatingError(
        "\(given.source): \"\(given.text)\" is no log level; use one of "
          + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return level
  }
}
