import COpenSSL
import Synchronization

/// What all connections of one end share: for a server its certificate, for a client whom it
/// trusts. TLS 1.2 at least, ALPN `http/1.1`, no renegotiation.
package final class TLSContext: Sendable {
  private enum Kind {
    case client
    case server(TLSServerFiles, tell: @Sendable (Renewal) -> Void)
  }

  /// The files have changed.
  package enum Renewal: Sendable {
    case taken
    /// What was loaded before stays in use.
    case notUsed(TLSFailure)
  }

  private struct State {
    var credentials: TLSCredentials
    var stamp: TLSServerFiles.Stamp?
  }

  private let kind: Kind
  private let state: Mutex<State>

  private init(_ kind: Kind, _ state: sending State) {
    self.kind = kind
    self.state = Mutex(state)
  }

  /// A server with the certificate chain (its own first) and the private key in two PEM files.
  /// They are read again when they change, which `tell` hears of.
  /// - Throws: `TLSFailure(.file)`: unreadable, not PEM, not belonging together, expired.
  package static func server(
    certificateFile: String, keyFile: String,
    tell: @escaping @Sendable (Renewal) -> Void = { _ in }
  ) throws(TLSFailure) -> TLSContext {
    let files = TLSServerFiles(certificate: certificateFile, key: keyFile)
    let stamp = files.stamp()
    let state = State(credentials: try files.load(), stamp: stamp)
    return TLSContext(.server(files, tell: tell), state)
  }

  /// A client that trusts whom the system trusts, or only whom `caFile` (PEM) names.
  /// - Throws: `TLSFailure(.file)` where the file cannot be used.
  package static func client(caFile: String? = nil) throws(TLSFailure) -> TLSContext {
    let credentials = TLSCredentials(TLS_client_method())
    if let caFile {
      try checkReadable(caFile, as: "CA file")
      guard SSL_CTX_load_verify_file(credentials.context, caFile) == 1 else {
        ERR_clear_error()
        throw TLSFailure(.file, "the CA file \(caFile) holds no certificate in PEM form")
      }
      // The file may name the server's own certificate instead of a CA's.
      X509_VERIFY_PARAM_set_flags(
        SSL_CTX_get0_param(credentials.context), UInt(X509_V_FLAG_PARTIAL_CHAIN))
    } else {
      SSL_CTX_set_default_verify_paths(credentials.context)
    }
    return TLSContext(.client, State(credentials: credentials))
  }

  /// The handler for one accepted connection: the first of its pipeline.
  package func serverHandler(handshakeSeconds: Int64 = 10) -> TLSHandler {
    TLSHandler(TLSConnection(current(), as: .server), handshakeSeconds: handshakeSeconds)
  }

  /// The handler for one connection to `host`, a name or an address (IPv6 without brackets), which
  /// the server's certificate must be for.
  package func clientHandler(host: String, handshakeSeconds: Int64 = 10) -> TLSHandler {
    TLSHandler(
      TLSConnection(current(), as: .client(host: host)), handshakeSeconds: handshakeSeconds)
  }

  /// Looks whether the files have changed, also while nobody connects.
  package func look() { _ = current() }

  /// Two `stat` calls for each accepted connection cost nothing beside a handshake.
  private func current() -> TLSCredentials {
    guard case .server(let files, let tell) = kind else {
      return state.withLock { $0.credentials }
    }
    let stamp = files.stamp()
    return state.withLock { state in
      guard stamp != state.stamp else { return state.credentials }
      state.stamp = stamp
      do throws(TLSFailure) {
        state.credentials = try files.load()
        tell(.taken)
      } catch {
        tell(.notUsed(error))
      }
      return state.credentials
    }
  }
}

/// One `SSL_CTX`.
///
/// `@unchecked Sendable`: the pointer never changes, and OpenSSL lets any thread make connections
/// from a context that nobody configures any more (its counters are atomic); configuring is over
/// when the functions that make one return.
final class TLSCredentials: @unchecked Sendable {
  let context: OpaquePointer

  init(_ method: OpaquePointer?) {
    guard let context = SSL_CTX_new(method) else {
      preconditionFailure("OpenSSL cannot make a context: out of memory")
    }
    self.context = context
    COpenSSL_harden(context)
  }

  deinit { SSL_CTX_free(context) }
}
