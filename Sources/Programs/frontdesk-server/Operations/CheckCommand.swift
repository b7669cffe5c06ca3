import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import ProgramStart
import Settings

/// `frontdesk-server check`: everything that is wrong, at once.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say all that is wrong with settings and database, and what mends it.",
    discussion: """
      Takes what `serve` takes. Ends with 0 where the server would start, or does its work already \
      (warnings are only said), with 78 where settings are wrong, with 75 where the database is away, \
      with 2 where something else has to be put right first, as a port that another program has. \
      README's chapter "Operation" has the order of work.
      """)

  @OptionGroup var options: SettingOptions
  @Flag(help: "Say nothing where nothing is wrong.")
  var quiet = false

  func run() async throws {
    let settings = try options.given()
    var findings = Findings(settings)
    var away: StoreFailure?
    // What else has to be put right first.
    var obstacles: [OperatingError] = []
    if findings.mistakes.isEmpty {
      let understood = try ServerSettings(settings)
      let limits = understood.limits(openFiles: FileLimit.raise())
      if let tooFew = limits.tooFewFiles() {
        obstacles.append(tooFew)
      } else {
        findings.checkOpenFiles(for: limits)
      }
      let database = try understood.database()
      findings.checkDatabase(database)
      if let taken = understood.portTaken(besides: database) { obstacles.append(taken) }
      if findings.mistakes.isEmpty {
        do {
          let opened = try await database.open(createIfMissing: false)
          do {
            try await findings.checkZone(of: opened.store, understood)
            try await findings.look(into: opened.store)
            try await opened.store.tryWriting()
          } catch {
            await opened.close()
            throw error
          }
          await opened.close()
        } catch let failure as StoreFailure {
          away = failure
        }
      }
    }
    for warning in findings.warnings { print("warning: \(warning.harmless)") }
    if !(findings.warnings + findings.mistakes).isEmpty || away != nil || !obstacles.isEmpty {
      print(
        "README's chapter \"Operation\" has the order of work; man frontdesk-server, every command."
      )
    }
    let sentences = obstacles.map(\.sentence).joined(separator: "\n")
    if let away {
      if !obstacles.isEmpty { Program.complain(sentences, as: "frontdesk-server") }
      throw away
    }
    try findings.refuse()
    if !obstacles.isEmpty { throw OperatingError(sentences) }
    if findings.warnings.isEmpty, !quiet { print("Nothing is wrong.") }
  }
}
