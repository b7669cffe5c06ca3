import COpenSSL
import NIOCore

/// One TLS connection between two memory buffers: ciphertext in and out on one side, plaintext on
/// the other. No I/O and no clock; `TLSHandler` stands around it.
final class TLSConnection {
  enum Role {
    case server
    case client(host: String)
  }

  enum Progress {
    case done
    case needsMore
    case failed(TLSFailure)
  }

  enum Reading {
    case needsMore
    /// The peer's `close_notify`: nothing more comes.
    case ended
    case failed(TLSFailure)
  }

  /// What OpenSSL is fed and drained at a time: a TLS record. Its memory buffers never shrink, so
  /// this is also what an idle connection keeps.
  private static let slice = 16_384

  let isServer: Bool
  private let ssl: OpaquePointer
  /// Belong to `ssl`, which frees them.
  private let incoming: OpaquePointer
  private let outgoing: OpaquePointer
  private let verdict: TLSVerdict?

  /// `SSL_new` counts a reference of its own: `credentials` may go first.
  init(_ credentials: TLSCredentials, as role: Role) {
    guard let ssl = SSL_new(credentials.context), let incoming = BIO_new(BIO_s_mem()),
      let outgoing = BIO_new(BIO_s_mem())
    else { preconditionFailure("OpenSSL cannot make a connection: out of memory") }
    self.ssl = ssl
    self.incoming = incoming
    self.outgoing = outgoing
    COpenSSL_never_ends(incoming)
    SSL_set_bio(ssl, incoming, outgoing)
    switch role {
    case .server:
      isServer = true
      verdict = nil
      SSL_set_accept_state(ssl)
    case .client(let host):
      isServer = false
      let verdict = TLSVerdict(host: host)
      self.verdict = verdict
      SSL_set_connect_state(ssl)
      verdict.watch(ssl)
      let protocols = [8] + Array("http/1.1".utf8)
      _ = SSL_set_alpn_protos(ssl, protocols, UInt32(protocols.count))
    }
  }

  deinit { SSL_free(ssl) }

  func handshake() -> Progress {
    ERR_clear_error()
    let result = SSL_do_handshake(ssl)
    if result == 1 { return .done }
    if SSL_get_error(ssl, result) == SSL_ERROR_WANT_READ { return .needsMore }
    let failure = TLSFailure.fromQueue(isServer: isServer)
    return .failed(verdict?.failure ?? failure)
  }

  /// Takes at most one slice of ciphertext; call until `bytes` is empty.
  func feed(_ bytes: inout ByteBuffer) {
    guard let slice = bytes.readSlice(length: min(bytes.readableBytes, Self.slice)) else { return }
    slice.withUnsafeReadableBytes { raw in
      let written = BIO_write(incoming, raw.baseAddress, Int32(raw.count))
      precondition(raw.isEmpty || written == raw.count, "a memory buffer takes everything")
    }
  }

  /// Appends all the plaintext there is.
  func read(into plain: inout ByteBuffer) -> Reading {
    while true {
      var count = 0
      ERR_clear_error()
      let result = plain.writeWithUnsafeMutableBytes(minimumWritableBytes: 1024) { raw in
        let result = SSL_read_ex(ssl, raw.baseAddress, raw.count, &count)
        return (result == 1 ? count : 0, result)
      }
      if result == 1 { continue }
      switch SSL_get_error(ssl, result) {
      case SSL_ERROR_WANT_READ: return .needsMore
      case SSL_ERROR_ZERO_RETURN: return .ended
      default: return .failed(.fromQueue(isServer: isServer))
      }
    }
  }

  /// Encrypts all of `plain` and appends it to `cipher`.
  func write(_ plain: ByteBuffer, into cipher: inout ByteBuffer) -> TLSFailure? {
    var plain = plain
    while plain.readableBytes > 0 {
      var count = 0
      ERR_clear_error()
      let result = plain.readWithUnsafeReadableBytes { raw in
        let result = SSL_write_ex(ssl, raw.baseAddress, min(raw.count, Self.slice), &count)
        return (result == 1 ? count : 0, result)
      }
      guard result == 1 else { return .fromQueue(isServer: isServer) }
      drain(into: &cipher)
    }
    return nil
  }

  /// Writes our `close_notify`.
  func close() {
    ERR_clear_error()
    SSL_shutdown(ssl)
  }

  /// Appends what is to be sent.
  func drain(into cipher: inout ByteBuffer) {
    let waiting = Int(COpenSSL_pending(outgoing))
    guard waiting > 0 else { return }
    cipher.writeWithUnsafeMutableBytes(minimumWritableBytes: waiting) { raw in
      max(0, Int(BIO_read(outgoing, raw.baseAddress, Int32(waiting))))
    }
  }
}

extension ByteBuffer {
  /// `writeWithUnsafeMutableBytes` that also returns something.
  fileprivate mutating func writeWithUnsafeMutableBytes<Result>(
    minimumWritableBytes: Int, _ body: (UnsafeMutableRawBufferPointer) -> (Int, Result)
  ) -> Result {
    reserveCapacity(minimumWritableBytes: minimumWritableBytes)
    var result: Result?
    writeWithUnsafeMutableBytes(minimumWritableBytes: minimumWritableBytes) { raw in
      let (count, value) = body(raw)
      result = value
      return count
    }
    guard let result else { preconditionFailure("the body was not called") }
    return result
  }
}
