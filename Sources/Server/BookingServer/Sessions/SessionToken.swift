import COpenSSL

/// What proves a session: 32 random bytes, shown to the client once. The server keeps only the
/// hash, so a stolen database opens no session.
struct SessionToken: Hashable, Sendable {
  /// 64 hexadecimal digits.
  let text: String

  static func random() -> SessionToken {
    var source = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    return SessionToken(known: hexadecimal(bytes))
  }

  /// Nil where `text` cannot be one of ours: nothing of another form is looked up.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(\.isHexadecimal) else { return nil }
    self.text = String(text)
  }

  private init(known text: String) { self.text = text }

  /// SHA-256, hexadecimal: the key of the stored session.
  var hash: String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length = 0
    let isDone = EVP_Q_digest(nil, "SHA256", nil, text, text.utf8.count, &digest, &length)
    precondition(isDone == 1 && length == digest.count, "OpenSSL has no SHA-256")
    return hexadecimal(digest)
  }
}

extension UInt8 {
  /// A digit or one of `a` to `f`.
  var isHexadecimal: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  let figures = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
}
