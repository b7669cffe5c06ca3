import COpenSSL

extension TLSFailure {
  /// Turns what OpenSSL left in this thread's error queue into a sentence, and empties the queue.
  static func fromQueue(isServer: Bool) -> TLSFailure {
    let (reason, text) = takeReason()
    ERR_clear_error()
    switch reason {
    case SSL_R_HTTP_REQUEST:
      return TLSFailure(.plainHTTP, "the client spoke plain HTTP to a port that expects https")
    case SSL_R_WRONG_VERSION_NUMBER, SSL_R_PACKET_LENGTH_TOO_LONG, SSL_R_UNKNOWN_PROTOCOL,
      SSL_R_BAD_RECORD_TYPE, SSL_R_UNEXPECTED_MESSAGE, SSL_R_HTTPS_PROXY_REQUEST,
      SSL_R_RECORD_LENGTH_MISMATCH:
      return isServer
        ? TLSFailure(.notTLS, "the client did not speak TLS")
        : TLSFailure(.notTLS, "the server does not speak TLS on this port; is it http://?")
    case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_TLSV1_ALERT_PROTOCOL_VERSION, SSL_R_VERSION_TOO_LOW,
      SSL_R_NO_SHARED_CIPHER, SSL_R_NO_PROTOCOLS_AVAILABLE, SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
      return TLSFailure(
        .nothingInCommon, "the other end has no TLS 1.2 or newer in common with this machine")
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA, SSL_R_SSLV3_ALERT_BAD_CERTIFICATE,
      SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED, SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN,
      SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED, SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
      return TLSFailure(.refusedByPeer, "the other end refused the certificate (\(text))")
    case SSL_R_UNEXPECTED_EOF_WHILE_READING:
      return cutOff
    default:
      return TLSFailure(.other, "TLS failed: \(text)")
    }
  }

  static let cutOff = TLSFailure(.cutOff, "the connection was cut off without TLS's own ending")

  static let endedEarly = TLSFailure(
    .notTLS, "the connection ended before TLS was agreed on; does this port speak https?")

  static func timedOut(seconds: Int64) -> TLSFailure {
    TLSFailure(.timedOut, "TLS was not agreed on within \(seconds) seconds")
  }

  /// The oldest error in the queue: the one that the others follow from.
  static func takeReason() -> (code: Int32, text: String) {
    var text = [CChar](repeating: 0, count: 160)
    let code = COpenSSL_next_reason(&text, text.count)
    return (code, String(cText: text))
  }
}

extension String {
  /// C text in a buffer of fixed size.
  init(cText buffer: [CChar]) {
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
