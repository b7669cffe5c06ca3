import COpenSSL

/// What a client finds out about the server's certificate while OpenSSL checks it. OpenSSL keeps
/// the certificate of a failed handshake from its caller, so the check itself takes notes.
final class TLSVerdict {
  private let host: String
  private(set) var failure: TLSFailure?

  init(host: String) { self.host = host }

  /// Makes `connection` ask for `host` and check the certificate against it.
  func watch(_ connection: OpaquePointer) {
    SSL_set_ex_data(connection, 0, Unmanaged.passUnretained(self).toOpaque())
    // An address is checked as an address: it must not match a name that looks like one.
    if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), host) != 1 {
      _ = COpenSSL_set_server_name(connection, host)
      SSL_set_hostflags(connection, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
      _ = SSL_set1_host(connection, host)
    }
    SSL_set_verify(connection, SSL_VERIFY_PEER) { isGood, check in
      if isGood == 0, let check { TLSVerdict.of(check)?.note(check) }
      return isGood
    }
  }

  private static func of(_ check: OpaquePointer) -> TLSVerdict? {
    let index = SSL_get_ex_data_X509_STORE_CTX_idx()
    guard let connection = X509_STORE_CTX_get_ex_data(check, index),
      let verdict = SSL_get_ex_data(OpaquePointer(connection), 0)
    else { return nil }
    return Unmanaged<TLSVerdict>.fromOpaque(verdict).takeUnretainedValue()
  }

  private func note(_ check: OpaquePointer) {
    let certificate = X509_STORE_CTX_get_current_cert(check)
    let whose =
      X509_STORE_CTX_get_error_depth(check) == 0
      ? "the server's certificate" : "a certificate that signed the server's"
    switch X509_STORE_CTX_get_error(check) {
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
      let names = certificate.map(Self.names) ?? ""
      failure = TLSFailure(
        .wrongHost, "\(whose) is for \(names.isEmpty ? "nobody" : names), not \(host)")
    case X509_V_ERR_CERT_HAS_EXPIRED:
      failure = TLSFailure(.expired, "\(whose) expired on \(day(X509_get0_notAfter(certificate)))")
    case X509_V_ERR_CERT_NOT_YET_VALID:
      let day = day(X509_get0_notBefore(certificate))
      failure = TLSFailure(
        .notYetValid, "\(whose) is not valid before \(day); is this machine's clock right?")
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
      X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED:
      failure = TLSFailure(
        .untrusted, "the server's certificate is not signed by anyone this machine trusts")
    case let error:
      let text = X509_verify_cert_error_string(Int(error)).map { String(cString: $0) }
      failure = TLSFailure(.untrusted, "\(whose) cannot be trusted (\(text ?? "unknown reason"))")
    }
  }

  private static func names(_ certificate: OpaquePointer) -> String {
    var text = [CChar](repeating: 0, count: 260)
    COpenSSL_names(certificate, &text, text.count)
    return String(cText: text)
  }

  private func day(_ time: UnsafePointer<ASN1_TIME>?) -> String { String(day: time) }
}

extension String {
  /// `2026-01-01`, in UTC.
  init(day time: UnsafePointer<ASN1_TIME>?) {
    var text = [CChar](repeating: 0, count: 11)
    guard COpenSSL_day(time, &text, text.count) == 1 else {
      self = "an unreadable date"
      return
    }
    self.init(cText: text)
  }
}
