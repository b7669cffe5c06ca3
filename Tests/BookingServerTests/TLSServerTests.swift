import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import Testing

@testable import BookingServer

/// https and wss on one port, seen by programs that are not ours.
@Suite struct TLSServerTests {
  @Test func curlLogsInAndTheCookieIsSecure() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    try await TestServer.running(serving(identity)) { server in
      #expect(server.server.url.hasPrefix("https://"))
      let answer = try await login(server, trusting: authority)
      let head = answer.components(separatedBy: "\r\n\r\n").first ?? ""
      #expect(head.hasPrefix("HTTP/1.1 200"), "\(answer)")
      let cookie = try #require(
        head.components(separatedBy: "\r\n").first {
          $0.lowercased().hasPrefix("set-cookie: frontdesk_session=")
        })
      for attribute in ["Secure", "HttpOnly", "SameSite=Strict"] {
        #expect(cookie.contains("; \(attribute)"))
      }
    }
  }

  @Test func anIndependentWebSocketClientWatchesOverWSS() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    try await TestServer.running(serving(identity)) { server in
      let answer = try await login(server, trusting: authority)
      let body = answer.components(separatedBy: "\r\n\r\n").last ?? ""
      let token = try LoginCoding.decodeAnswer(Array(body.utf8)).token
      let record = try await RunningProgram.run(
        "/usr/bin/python3",
        [
          "-c", Self.peer, "wss://127.0.0.1:\(server.port)/websocket/booking/receptionist/2",
          authority.caFile, token, "\(ContractSpa.date)",
        ])
      #expect(record.ending == .exited(0), "\(record)")
      #expect(
        record.lines == ["CONNECTION_ESTABLISHED", "BOOKING_SNAPSHOT", "SUBSCRIBED"], "\(record)")
    }
  }

  /// Debian's `websockets`, which shares no code with ours.
  private static let peer = """
    import asyncio, json, ssl, sys, websockets
    url, ca, token, date = sys.argv[1:]
    async def main():
        trust = ssl.create_default_context(cafile=ca)
        headers = {"Authorization": "Bearer " + token}
        async with websockets.connect(url, ssl=trust, extra_headers=headers) as socket:
            assert [one.name for one in socket.extensions] == ["permessage-deflate"]
            print(json.loads(await socket.recv())["type"])
            await socket.send(json.dumps({"type": "SUBSCRIBE_BOOKING_UPDATES",
                "data": {"from": date}, "timestamp": "2026-03-10T09:50:00Z"}))
            for _ in range(2):
                print(json.loads(await socket.recv())["type"])
    asyncio.run(main())
    """

  @Test func aRenewedCertificateIsUsedAndABrokenOneIsNot() async throws {
    let old = try await TestAuthority()
    let new = try await TestAuthority()
    let identity = try await old.identity()
    let renewal = try await new.identity()
    try await TestServer.running(serving(identity)) { server in
      #expect(try await isTrusted(server, by: old))
      try Data("half a file".utf8).write(to: URL(fileURLWithPath: identity.keyFile))
      #expect(try await isTrusted(server, by: old), "what cannot be used leaves the old in use")
      try renewal.replaceFiles(of: identity)
      #expect(try await isTrusted(server, by: new))
      #expect(!(try await isTrusted(server, by: old)))
    }
  }

  /// Files that no server can be started with, and what the operator is told.
  @Test func whatIsWrongWithTheFilesIsOneSentence() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    let other = try await authority.identity()
    let expired = try await authority.identity(days: -1)
    let cases = [
      (identity.certificateFile, other.keyFile, "does not belong"),
      ("\(authority.directory)/nothing.pem", identity.keyFile, "cannot be read"),
      (identity.certificateFile, "\(authority.directory)/nothing.key", "cannot be read"),
      (identity.keyFile, identity.keyFile, "no certificate"),
      (expired.certificateFile, expired.keyFile, "expired on"),
    ]
    let database = try TestRun.privateDirectory("tls") + "/spa.db"
    for (certificate, key, words) in cases {
      let record = try await RunningProgram.run(
        try BuiltProgram.server.path,
        [
          "serve", "--database", "sqlite:\(database)", "--listen", "127.0.0.1:0",
          "--tls-certificate", certificate, "--tls-key", key,
        ])
      #expect(record.ending == .exited(78) && record.output.isEmpty, "\(record)")
      let lines = record.errors.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].hasPrefix("frontdesk-server: "), "\(record)")
      #expect(record.errors.contains(words), "\(record)")
    }
  }

  private func serving(_ identity: TestAuthority.Identity) -> (inout ServerConfiguration) -> Void {
    { configuration in
      configuration.tls = .init(
        certificateFile: identity.certificateFile, keyFile: identity.keyFile)
    }
  }

  private func login(_ server: TestServer, trusting authority: TestAuthority) async throws
    -> String
  {
    let record = try await RunningProgram.run(
      "/usr/bin/curl",
      [
        "--silent", "--show-error", "--include", "--cacert", authority.caFile, "--data",
        #"{"email":"lan@spa.vn","password":"demo"}"#, "\(server.server.url)/api/login",
      ])
    try #require(record.ending == .exited(0), "\(record)")
    return record.output
  }

  /// 60 is curl's word for a certificate that it does not trust.
  private func isTrusted(_ server: TestServer, by authority: TestAuthority) async throws -> Bool {
    let record = try await RunningProgram.run(
      "/usr/bin/curl",
      ["--silent", "--cacert", authority.caFile, "\(server.server.url)/health"])
    try #require([.exited(0), .exited(60)].contains(record.ending), "\(record)")
    return record.ending == .exited(0)
  }
}
