/// An authority of this run's own and servers' certificates signed by it, made by `openssl`.
package struct TemporaryCertificates: Sendable {
  package struct Certificate: Sendable {
    /// PEM files.
    package let certificate: String
    package let key: String
  }

  /// PEM file of the authority, for `--ca-file`.
  package let authority: String
  /// For localhost and 127.0.0.1, valid now.
  package let valid: Certificate
  /// For somebody else's name, valid now.
  package let wrongHost: Certificate
  /// For localhost and 127.0.0.1, valid until yesterday.
  package let expired: Certificate

  package static func make() async throws -> TemporaryCertificates {
    let directory = try TestRun.privateDirectory("certificates")
    let record = try await RunningProgram.run(
      "/bin/sh", ["-ec", making, "openssl", directory], within: .seconds(60))
    guard record.ending == .exited(0) else { throw OpenSSLProblem(words: record.errors) }
    func certificate(_ name: String) -> Certificate {
      Certificate(certificate: "\(directory)/\(name).pem", key: "\(directory)/\(name).key")
    }
    return TemporaryCertificates(
      authority: "\(directory)/authority.pem", valid: certificate("valid"),
      wrongHost: certificate("wrong-host"), expired: certificate("expired"))
  }

  private static let making = """
    cd "$1"
    key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
    openssl req -x509 $key -keyout authority.key -out authority.pem -days 30 \
      -subj '/CN=Authority of one test run'
    sign() { # sign NAME DAYS SUBJECT-ALTERNATIVE-NAMES
      openssl req $key -keyout "$1.key" -out "$1.csr" -subj '/CN=FrontDesk'
      printf 'subjectAltName=%s\\nextendedKeyUsage=serverAuth\\n' "$3" >"$1.ext"
      openssl x509 -req -in "$1.csr" -CA authority.pem -CAkey authority.key -CAcreateserial \
        -days "$2" -extfile "$1.ext" -out "$1.pem"
    }
    sign valid 30 'DNS:localhost,IP:127.0.0.1'
    sign wrong-host 30 'DNS:spa.example'
    sign expired -1 'DNS:localhost,IP:127.0.0.1'
    """
}

struct OpenSSLProblem: Error, CustomStringConvertible {
  let words: String
  var description: String { "openssl made no certificates: \(words)" }
}
