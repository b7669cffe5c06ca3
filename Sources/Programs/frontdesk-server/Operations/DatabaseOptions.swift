import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import Settings
import SpaSetup

/// Which database an order of the operator's is about: found as `serve` finds it, so that a machine
/// with a configuration needs no flag at all.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The spa's database: sqlite:PATH or mysql://…. Default: the one that `serve` would use.",
      valueName: "url"))
  var database: String?

  @Option(help: Setting.databasePasswordFile.help) var databasePasswordFile: String?
  @Option(help: .configurationFile) var config: String?

  func settings() throws(SettingsProblem) -> ServerSettings {
    try ServerSettings(
      GivenSettings(
        file: config,
        flags: [.database: database, .databasePasswordFile: databasePasswordFile]))
  }

  /// Does `work` on a database that is there; none is made by asking for it.
  func withStore<T>(_ work: (any SQLStore, ServerSettings) async throws -> T) async throws -> T {
    let settings = try settings()
    let opened = try await settings.database().open(createIfMissing: false)
    do {
      let result = try await work(opened.store, settings)
      await opened.close()
      return result
    } catch {
      await opened.close()
      throw error
    }
  }
}

extension HouseChanges {
  /// What the operator did, in the name of this program: at a desk one sees who may have.
  func add(_ what: String) throws {
    try add(what, by: "frontdesk-server (\(NSUserName()))", at: Clock.system.now())
  }
}

extension ServerSettings {
  /// The spa's present.
  func now(at store: any BookingStore) async throws -> Moment {
    Moment(Clock.system.now(), in: try await server(for: store).zone)
  }
}
