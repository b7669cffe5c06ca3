import BookingDomain
import BookingTesting
import Testing

@Suite struct SpaTests {
  @Test(arguments: [
    (0, "Etc/GMT-12", "1970-01-01"), (43_200, "Etc/GMT", "1970-01-01"),
    (86_399, "Etc/GMT+11", "1970-01-01"), (172_800 - 3600, "Etc/GMT+11", "1970-01-02"),
  ])
  func itIsNoonAtTheSpaWheneverTestsRun(now: Int, zone: String, date: String) {
    let clock = SpaClock(now: Int64(now))
    #expect(clock.zone == zone)
    #expect("\(clock.today)" == date)
  }

  @Test func hostileTextGoesThroughTheDatabaseUnharmed() async throws {
    let database = SpaDatabase(path: "\(try TestRun.privateDirectory("sql"))/t.db")
    let name = "O'Brien \u{1B}[2J\n李; DROP\u{202E}"
    try await database.sql(
      "CREATE TABLE t(a, b); INSERT INTO t VALUES (\(SpaDatabase.literal(name)), 2)")
    #expect(try await database.sql("SELECT a, b FROM t") == [[name, "2"]])
    await #expect(throws: (any Error).self) {
      try await database.sql("SELECT nothing FROM nowhere")
    }
  }

  @Test func certificatesAreWhatTheyClaim() async throws {
    let certificates = try await TemporaryCertificates.make()
    func verification(_ certificate: TemporaryCertificates.Certificate) async throws -> String {
      let record = try await RunningProgram.run(
        "openssl",
        [
          "verify", "-CAfile", certificates.authority, "-verify_ip", "127.0.0.1",
          certificate.certificate,
        ])
      return record.output + record.errors
    }
    #expect(try await verification(certificates.valid).contains("OK"))
    #expect(try await verification(certificates.expired).contains("has expired"))
    #expect(try await verification(certificates.wrongHost).contains("mismatch"))
  }
}
