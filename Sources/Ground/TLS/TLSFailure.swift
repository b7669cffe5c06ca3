/// Why there is no secure connection, as an operating error: a code for programs and a sentence
/// for the person, without a full stop, so that it can stand inside another.
package struct TLSFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// The certificate is for somebody else.
    case wrongHost
    /// Nobody this machine trusts has signed the certificate.
    case untrusted
    case expired
    case notYetValid
    /// What the peer sent is not TLS.
    case notTLS
    /// A client spoke HTTP to a port that expects TLS.
    case plainHTTP
    /// No version or cipher in common.
    case nothingInCommon
    /// The other end refused our certificate.
    case refusedByPeer
    case timedOut
    /// The connection ended without TLS's own end: what was received may lack its tail.
    case cutOff
    /// A certificate, key or CA file that cannot be used.
    case file
    case other
  }

  package let code: Code
  package let sentence: String

  package init(_ code: Code, _ sentence: String) { (self.code, self.sentence) = (code, sentence) }

  /// Whether the certificate is the reason: trying again changes nothing, a person must look.
  package var isAboutTrust: Bool {
    switch code {
    case .wrongHost, .untrusted, .expired, .notYetValid: true
    default: false
    }
  }

  package var description: String { sentence }
}
