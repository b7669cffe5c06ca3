import Synchronization

/// The part of the configuration that can change while the server runs: what is asked anew at every
/// request (`web`, origins, the metrics' token).
final class LiveConfiguration: Sendable {
  private let value: Mutex<ServerConfiguration>

  init(_ configuration: ServerConfiguration) { value = Mutex(configuration) }

  var current: ServerConfiguration { value.withLock { $0 } }

  func replace(by new: ServerConfiguration) {
    value.withLock { old in
      old.web = new.web
      old.allowedOrigins = new.allowedOrigins
      old.metricsToken = new.metricsToken
    }
  }
}
