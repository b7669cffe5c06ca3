import BookingClient
import BookingDomain
import BookingTesting
import LinePromise
import TLS
import Testing

/// The line over TLS: what is trusted, and how a refusal reads.
@Suite struct SecureLineTests {
  @Test func trustedServerIsLive() async throws {
    let authority = try await TestAuthority()
    let server = try await server(authority.identity())
    let desk = try await LineDesk.open(server.url, caFile: authority.caFile)
    try await desk.waits(for: .live)
    await desk.close()
    try await server.stop()
  }

  @Test func wrongHostIsRefusedAtTheLogin() async throws {
    let authority = try await TestAuthority()
    try await isUntrusted(
      authority.identity(["DNS:other.example"]), whereTrusted: authority,
      "the server's certificate is for other.example, not 127.0.0.1")
  }

  @Test func untrustedServerIsRefusedAtTheLogin() async throws {
    try await isUntrusted(
      TestAuthority().identity(), whereTrusted: TestAuthority(),
      "the server's certificate is not signed by anyone this machine trusts")
  }

  private func isUntrusted(
    _ identity: TestAuthority.Identity, whereTrusted authority: TestAuthority, _ sentence: String
  ) async throws {
    let server = try await server(identity)
    let failure = try await loginFailure(server, authority.caFile)
    #expect(failure == LoginFailure(.untrusted, sentence))
    try await server.stop()
  }

  /// A certificate that is replaced by one for somebody else while the line is up.
  @Test func serverThatLosesItsTrustIsNotRetriedSilently() async throws {
    let authority = try await TestAuthority()
    let identity = try await authority.identity()
    let server = try await server(identity)
    let desk = try await LineDesk.open(server.url, caFile: authority.caFile)
    let live = try await desk.waits(for: .live)
    let other = try await authority.identity(["DNS:other.example"])
    try other.replaceFiles(of: identity)
    await server.cut()
    try await desk.waits(
      for: .refused(reason: "the server's certificate is for other.example, not 127.0.0.1"),
      from: live)
    await desk.close()
    try await server.stop()
  }

  @Test func plainAddressOfASecureServerIsSaidToBeOne() async throws {
    let authority = try await TestAuthority()
    let server = try await server(authority.identity())
    let plain = "http://127.0.0.1:\(server.port)"
    let desk = try LineDesk(plain)
    await desk.expectNoLogin(
      LoginFailure(.rejected, "\(plain) speaks https: write https:// in the server's address."))
    try await server.stop()
  }

  @Test func secureAddressOfAPlainServerIsSaidToBeOne() async throws {
    let authority = try await TestAuthority()
    let server = try await ScriptedServer()
    let desk = try LineDesk("https://127.0.0.1:\(server.port)", caFile: authority.caFile)
    await desk.expectNoLogin(
      LoginFailure(.unreachable, "the server does not speak TLS on this port; is it http://?"))
    try await server.stop()
  }

  @Test func missingCAFileIsNamed() throws {
    let address = try ServerAddress("https://127.0.0.1:1")
    let failure = #expect(throws: LoginFailure.self) {
      try BookingClient(servers: [address], caFile: "/nowhere/ca.pem")
    }
    #expect(failure?.sentence.contains("/nowhere/ca.pem") == true)
  }

  private func server(_ identity: TestAuthority.Identity) async throws -> ScriptedServer {
    try await ScriptedServer(
      tls: TLSContext.server(
        certificateFile: identity.certificateFile, keyFile: identity.keyFile))
  }

  private func loginFailure(_ server: ScriptedServer, _ caFile: String) async throws
    -> LoginFailure?
  {
    let desk = try LineDesk(server.url, caFile: caFile)
    let failure = await #expect(throws: LoginFailure.self) {
      try await desk.client.login(email: "reception@demo.spa", password: "demo")
    }
    #expect(server.script.value.requests == [], "no password goes to a server without trust")
    await desk.close()
    return failure
  }
}
