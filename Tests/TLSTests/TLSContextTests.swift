import BookingTesting
import Foundation
import TLS
import Testing

/// Files that cannot be used, and files that change.
@Suite struct TLSContextTests {
  @Test func missingFilesAreNamed() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    #expect(
      server("/nowhere/c.pem", identity.keyFile)
        == "the certificate file /nowhere/c.pem cannot be read: No such file or directory")
    #expect(
      server(identity.certificateFile, "/nowhere/k.pem")
        == "the key file /nowhere/k.pem cannot be read: No such file or directory")
    let failure = #expect(throws: TLSFailure.self) {
      try TLSContext.client(caFile: "/nowhere/ca.pem")
    }
    #expect(
      failure?.sentence == "the CA file /nowhere/ca.pem cannot be read: No such file or directory")
  }

  @Test func filesThatAreNotPEMAreNamed() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    let text = "\(authority.directory)/text"
    try "not a certificate".write(toFile: text, atomically: true, encoding: .utf8)
    #expect(server(text, identity.keyFile)?.contains("holds no certificate") == true)
    #expect(server(identity.certificateFile, text)?.contains("no unencrypted private key") == true)
    #expect(throws: TLSFailure.self) { try TLSContext.client(caFile: text) }
  }

  @Test func keyOfAnotherCertificateIsSaidToBe() async throws {
    let authority = try await TestAuthority()
    let one = try await authority.identity()
    let other = try await authority.identity()
    #expect(
      server(one.certificateFile, other.keyFile)
        == "the key in \(other.keyFile) does not belong to the certificate in \(one.certificateFile)"
    )
  }

  @Test func encryptedKeyAsksNobodyForItsPassPhrase() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    let encrypted = "\(authority.directory)/encrypted.key"
    _ = try await RunningProgram.run(
      "openssl",
      ["ec", "-in", identity.keyFile, "-aes128", "-passout", "pass:demo", "-out", encrypted])
    #expect(server(identity.certificateFile, encrypted)?.contains("unencrypted") == true)
  }

  @Test func expiredCertificateStartsNoServer() async throws {
    let identity = try await TestAuthority().identity(days: -1)
    let sentence = server(identity.certificateFile, identity.keyFile)
    #expect(sentence?.contains("expired on 20") == true)
    #expect(sentence?.hasSuffix("renew it") == true)
  }

  @Test func renewedCertificateIsUsedWithoutARestart() async throws {
    let authority = try await TestAuthority()
    let first = try await authority.identity(["DNS:old.example"])
    let renewed = try await authority.identity(["DNS:localhost"])
    let renewals = Watched<[Bool]>([])
    let server = try TLSContext.server(
      certificateFile: first.certificateFile, keyFile: first.keyFile,
      tell: { renewal in
        renewals.change { if case .taken = renewal { $0.append(true) } else { $0.append(false) } }
      })
    let listener = try await TLSListener(server, echoes: true)
    let trust = try TLSContext.client(caFile: authority.caFile)

    // Half renewed: the old pair carries on.
    try replace(first.certificateFile, with: renewed.certificateFile)
    let old = try await TLSCaller(trust, port: listener.port, host: "old.example")
    try await old.say("hello")
    _ = try await old.noticed.waits(for: "echo") { $0.text == "hello" ? true : nil }
    #expect(renewals.value == [false])

    try replace(first.keyFile, with: renewed.keyFile)
    let new = try await TLSCaller(trust, port: listener.port, host: "localhost")
    try await new.say("hello")
    _ = try await new.noticed.waits(for: "echo") { $0.text == "hello" ? true : nil }
    #expect(renewals.value == [false, true])
    try await listener.stop()
  }

  private func replace(_ file: String, with other: String) throws {
    try Data(contentsOf: URL(fileURLWithPath: other)).write(to: URL(fileURLWithPath: file))
  }

  /// The sentence with which a server does not start; nil where it would.
  private func server(_ certificate: String, _ key: String) -> String? {
    do throws(TLSFailure) {
      _ = try TLSContext.server(certificateFile: certificate, keyFile: key)
      return nil
    } catch {
      #expect(error.code == .file)
      return error.sentence
    }
  }
}
