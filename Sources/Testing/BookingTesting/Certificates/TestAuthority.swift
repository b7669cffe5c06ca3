import Foundation

/// A certificate authority for one test, made with the `openssl` command in a private directory
/// that is removed after the run.
package struct TestAuthority: Sendable {
  /// A server's certificate chain and key, both PEM.
  package struct Identity: Hashable, Sendable {
    package let certificateFile: String
    package let keyFile: String

    /// Puts this in the place of another, as a renewal does.
    package func replaceFiles(of other: Identity) throws {
      for (new, old) in [(certificateFile, other.certificateFile), (keyFile, other.keyFile)] {
        try Data(contentsOf: URL(fileURLWithPath: new)).write(to: URL(fileURLWithPath: old))
      }
    }
  }

  package let directory: String
  /// What a client is to trust.
  package var caFile: String { "\(directory)/ca.pem" }

  package init() async throws {
    directory = try TestRun.privateDirectory("authority")
    try await openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", "\(directory)/ca.key", "-out", caFile, "-days", "2", "-subj", "/CN=Test CA")
  }

  /// - Parameter names: as OpenSSL's `subjectAltName` has them: `DNS:localhost`, `IP:127.0.0.1`.
  /// - Parameter days: how long it is valid from now on; -1 (the least there is) has expired.
  package func identity(
    _ names: [String] = ["DNS:localhost", "IP:127.0.0.1", "IP:::1"], days: Int = 2
  ) async throws -> Identity {
    let stem = "\(directory)/\(UUID().uuidString.prefix(8))"
    let identity = Identity(certificateFile: "\(stem).pem", keyFile: "\(stem).key")
    try "subjectAltName=\(names.joined(separator: ","))"
      .write(toFile: "\(stem).ext", atomically: true, encoding: .utf8)
    try await openssl(
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", identity.keyFile, "-out", "\(stem).csr", "-subj", "/CN=FrontDesk test")
    try await openssl(
      "x509", "-req", "-in", "\(stem).csr", "-CA", caFile, "-CAkey", "\(directory)/ca.key",
      "-out", identity.certificateFile, "-days", String(days), "-extfile", "\(stem).ext")
    return identity
  }

  private func openssl(_ arguments: String...) async throws {
    let record = try await RunningProgram.run("openssl", arguments)
    guard record.ending == .exited(0) else { throw Refused(errors: record.errors) }
  }

  struct Refused: Error, CustomStringConvertible {
    let errors: String
    var description: String { "openssl: \(errors)" }
  }
}
