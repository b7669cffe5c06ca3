import BookingTesting
import Testing

extension Journeys {
  /// The same over TLS, and every certificate that is not good enough is refused with its reason.
  @Suite struct OverTLS {
    private func setting(
      _ certificate: TemporaryCertificates.Certificate, on way: Way = .usual
    ) -> DemoSpa.Setting {
      var setting = DemoSpa.Setting(Scene(.init("Zora Quill", with: 1, at: "12:30")), on: way)
      setting.flags = [
        "--tls-certificate", certificate.certificate, "--tls-key", certificate.key,
      ]
      return setting
    }

    @Test(arguments: [Way.usual, .polling])
    func aConfirmationTravelsOverHTTPSAndWSS(way: Way) async throws {
      let certificates = try await TemporaryCertificates.make()
      try await DemoSpa.during(setting(certificates.valid, on: way)) { spa in
        #expect(spa.url.hasPrefix("https://"))
        let trust = ["--ca-file", certificates.authority]
        let desk = try await spa.sitDown(.reception, flags: trust)
        let otherDesk = try await spa.sitDown(.reception2, flags: trust)
        let customer = try await spa.connect(
          .customer1, script: try guideScript(), authority: certificates.authority)
        try await customer.hears("CONNECTION_ESTABLISHED")
        for screen in [desk, otherDesk] { try await screen.find("Zora Quill") }
        try await desk.press("c")
        try await otherDesk.sees("C confirmed")
        try await customer.hears("BOOKING_STATUS_CHANGED")
      }
    }

    @Test func anAuthorityNobodyTrustsIsRefused() async throws {
      let certificates = try await TemporaryCertificates.make()
      try await refuses(certificates.valid, trusting: nil, saying: ["certificate", "trust"])
    }

    @Test func anotherHostsCertificateIsRefused() async throws {
      let certificates = try await TemporaryCertificates.make()
      try await refuses(
        certificates.wrongHost, trusting: certificates.authority,
        saying: ["certificate", "127.0.0.1"])
    }

    /// Our server does not even begin with it, so another one presents it.
    @Test func anExpiredCertificateIsRefused() async throws {
      let certificates = try await TemporaryCertificates.make()
      let ours = try await RunningProgram.run(
        try BuiltProgram.server.path,
        [
          "serve", "--database", "sqlite:\(try TestRun.privateDirectory("tls"))/spa.db",
          "--listen", "127.0.0.1:0",
        ] + setting(certificates.expired).flags)
      #expect(ours.ending == .exited(78))
      #expect(ours.errors.contains("expired"))

      let other = try RunningProgram(
        "openssl",
        [
          "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificates.expired.certificate,
          "-key", certificates.expired.key,
        ])
      do {
        let line = try await other.line("where it listens") { $0.hasPrefix("ACCEPT ") }
        try await refuses(
          "https://\(line.dropFirst("ACCEPT ".count))",
          ["--ca-file", certificates.authority], saying: ["certificate", "expired"])
      } catch {
        await other.stop()
        throw error
      }
      await other.stop()
    }

    private func refuses(
      _ certificate: TemporaryCertificates.Certificate, trusting authority: String?,
      saying words: [String]
    ) async throws {
      try await DemoSpa.during(setting(certificate)) { spa in
        try await refuses(spa.url, authority.map { ["--ca-file", $0] } ?? [], saying: words)
      }
    }

    /// In the console the sentence stands on the screen; in a pipe it ends the program.
    private func refuses(_ url: String, _ trust: [String], saying words: [String]) async throws {
      let login = try Desk.Person.reception.login(at: url) + trust
      let record = try await RunningProgram.run(try BuiltProgram.console.path, ["day"] + login)
      #expect(record.ending == .exited(2))
      #expect(record.output.isEmpty)
      for word in words { #expect(record.errors.contains(word), "\(record.errors)") }

      let terminal = try TerminalSession(try BuiltProgram.console.path, login, as: "reception")
      do {
        try await terminal.sees("the reason") { screen in
          let text = screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          return words.allSatisfy(text.contains)
        }
      } catch {
        await terminal.close()
        throw error
      }
      await terminal.close()
    }
  }
}
