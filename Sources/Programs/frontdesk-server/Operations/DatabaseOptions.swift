import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import SpaSetup

/// Which database an order of the operator's is about: found as `serve` finds it, so that a machine
/// with a configuration needs no flag at all.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The spa's database: sqlite:PATH or mysql://…. Default: the one that `serve` would use.",
      valueName: "url"))
  var database: String?

  @Option(help: ArgumentHelp("A file with the database's password.", valueName: "file"))
  var databasePasswordFile: String?

  @Option(help: ArgumentHelp("A TOML file with settings.", valueName: "file"))
  var config: String?

  func settings() throws -> Setup {
    do { return try unchecked() } catch let error as OperatingError {
      throw WrongSettings(sentence: error.sentence)
    }
  }

  private func unchecked() throws -> Setup {
    let flags: [Setting: String?] = [
      .database: database, .databasePasswordFile: databasePasswordFile,
    ]
    return try Setup(
      Settings.gathered(
        file: config, environment: ProcessInfo.processInfo.environment,
        flags: flags.compactMapValues(\.self)))
  }

  /// Does `work` on a database that is there; none is made by asking for it.
  func withStore<T>(_ work: (any SQLStore, Setup) async throws -> T) async throws -> T {
    let setup = try settings()
    let opened = try await setup.database().open(createIfMissing: false)
    do {
      let result = try await work(opened.store, setup)
      await opened.close()
      return result
    } catch {
      await opened.close()
      throw error
    }
  }
}

extension Setup {
  /// The spa's present.
  func now(at store: any BookingStore) async throws -> Moment {
    Moment(Clock.system.now(), in: try await server(for: store).zone)
  }
}
