import COpenSSL
import Glibc

/// Where a server's certificate and key are.
struct TLSServerFiles: Hashable, Sendable {
  let certificate: String
  let key: String

  /// What changes when one of the files does.
  struct Stamp: Hashable, Sendable {
    private let parts: [Int]

    fileprivate init(_ paths: [String]) {
      parts = paths.flatMap { path in
        var status = stat()
        guard stat(path, &status) == 0 else { return [0] }
        return [
          Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        ]
      }
    }
  }

  func stamp() -> Stamp { Stamp([certificate, key]) }

  func load() throws(TLSFailure) -> TLSCredentials {
    let credentials = TLSCredentials(TLS_server_method())
    let context = credentials.context
    ERR_clear_error()
    defer { ERR_clear_error() }
    try checkReadable(certificate, as: "certificate file")
    try checkReadable(key, as: "key file")
    guard SSL_CTX_use_certificate_chain_file(context, certificate) == 1 else {
      throw TLSFailure(
        .file, "the certificate file \(certificate) holds no certificate in PEM form")
    }
    try checkDates(of: context)
    // Without this OpenSSL would ask at the terminal for the pass phrase of an encrypted key.
    SSL_CTX_set_default_passwd_cb(context) { _, _, _, _ in -1 }
    guard SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1 else {
      throw keyFailure()
    }
    SSL_CTX_set_alpn_select_cb(context, selectHTTP1, nil)
    return credentials
  }

  private func keyFailure() -> TLSFailure {
    switch TLSFailure.takeReason().code {
    case X509_R_KEY_VALUES_MISMATCH, X509_R_KEY_TYPE_MISMATCH:
      TLSFailure(.file, "the key in \(key) does not belong to the certificate in \(certificate)")
    default:
      TLSFailure(.file, "the key file \(key) holds no unencrypted private key in PEM form")
    }
  }

  private func checkDates(of context: OpaquePointer) throws(TLSFailure) {
    let own = SSL_CTX_get0_certificate(context)
    let end = X509_get0_notAfter(own)
    if X509_cmp_current_time(end) < 0 {
      throw TLSFailure(
        .file, "the certificate in \(certificate) expired on \(String(day: end)): renew it")
    }
  }
}

func checkReadable(_ path: String, as what: String) throws(TLSFailure) {
  guard access(path, R_OK) == 0 else {
    throw TLSFailure(
      .file, "the \(what) \(path) cannot be read: \(String(cString: strerror(errno)))")
  }
}

/// ALPN (RFC 7301): `http/1.1` where the client offers it, else no protocol is named.
private let selectHTTP1: SSL_CTX_alpn_select_cb_func = { _, chosen, length, offered, count, _ in
  guard let offered else { return SSL_TLSEXT_ERR_NOACK }
  var index = 0
  while index < count {
    let size = Int(offered[index])
    guard index + 1 + size <= count else { return SSL_TLSEXT_ERR_NOACK }
    let name = UnsafeBufferPointer(start: offered + index + 1, count: size)
    if name.elementsEqual("http/1.1".utf8) {
      chosen?.pointee = UnsafePointer(offered + index + 1)
      length?.pointee = UInt8(size)
      return SSL_TLSEXT_ERR_OK
    }
    index += 1 + size
  }
  return SSL_TLSEXT_ERR_NOACK
}
