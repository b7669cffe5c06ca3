import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

/// To a database across a network: encrypted, with a certificate that is checked, or not at all.
@Suite(.serialized) struct EncryptedConnectionTests {
  private struct Database {
    let server: PrivateMariaDB
    let port: Int

    /// - Parameter names: whom the database's certificate is for; nil has it speak in the clear.
    static func serving(_ names: [String]?, signedBy authority: TestAuthority) async throws
      -> Database
    {
      let port = try FreePort.find()
      var options = ["--skip-networking=0", "--bind-address=127.0.0.1", "--port=\(port)"]
      if let names {
        let identity = try await authority.identity(names)
        options += ["--ssl-cert=\(identity.certificateFile)", "--ssl-key=\(identity.keyFile)"]
      } else if PrivateMariaDB.isMySQL {
        options.append("--tls-version=")
      }
      let server = try await PrivateMariaDB(options: options)
      return Database(server: server, port: port)
    }

    func address(trusting caFile: String) throws -> MySQLAddress {
      try MySQLAddress("mysql://root@127.0.0.1:\(port)/mysql?ssl-ca=\(caFile)")
    }

    /// What the operator reads.
    func refusal(trusting caFile: String) async throws -> String {
      let failure = await #expect(throws: StoreFailure.self) {
        try await MySQLStore.open(address(trusting: caFile))
      }
      #expect(failure?.code == .unusable)
      return failure?.sentence ?? ""
    }
  }

  @Test func withTheRightAuthorityEverythingIsEncrypted() async throws {
    let authority = try await TestAuthority()
    let database = try await Database.serving(["IP:127.0.0.1"], signedBy: authority)
    let connection = try MySQLConnection(database.address(trusting: authority.caFile))
    let cipher = try connection.row("SHOW SESSION STATUS LIKE 'Ssl_cipher'")?.text("Value")
    #expect(cipher?.isEmpty == false)
    await database.server.stop()
  }

  @Test func anotherAuthoritysCertificateIsRefused() async throws {
    let authority = try await TestAuthority()
    let other = try await TestAuthority()
    let database = try await Database.serving(["IP:127.0.0.1"], signedBy: other)
    let sentence = try await database.refusal(trusting: authority.caFile)
    #expect(sentence.contains("signed by nobody in \(authority.caFile)"))
    await database.server.stop()
  }

  @Test(
    arguments: [
      (["DNS:shop.example"], nil, "another host than 127.0.0.1"), (nil, nil, "in the clear only"),
      (["IP:127.0.0.1"], "/nowhere/ca.pem", "/nowhere/ca.pem, cannot be read"),
    ] as [([String]?, String?, String)])
  func whatCannotBeTrustedIsRefusedAndNamed(
    names: [String]?, authorityFile: String?, words: String
  ) async throws {
    let authority = try await TestAuthority()
    let database = try await Database.serving(names, signedBy: authority)
    let sentence = try await database.refusal(trusting: authorityFile ?? authority.caFile)
    #expect(sentence.contains(words))
    await database.server.stop()
  }
}
