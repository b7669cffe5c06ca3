import ArgumentParser
import BookingServer
import BookingStore
import Foundation
import ProgramStart
import SQLiteStore
import SpaSetup

/// `frontdesk-server setup`: begins a spa of its own.
struct SetupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Begin a new spa: its hours, rooms, services, therapists and first manager.",
    discussion: """
      Asks at the terminal, or reads a file (--from) such as --example prints. The database is a new \
      SQLite file, or an empty database of MySQL or MariaDB, where the tables are made as well. \
      Nothing is left behind where something is wrong.
      """)

  @Option(help: ArgumentHelp("The spa's plan as a TOML file, for scripts.", valueName: "file"))
  var from: String?
  @Flag(help: "Print a plan to change into one's own.")
  var example = false
  @Flag(help: "Only say what is wrong with the plan.")
  var dryRun = false
  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    if example { return print(SpaPlan.example, terminator: "") }
    let plan = try from.map(plan(inFile:)) ?? SpaInterview.ask()
    let (password, note) = try managerPassword(of: plan)
    let counts =
      "\(plan.name): \(plan.rooms.count) rooms, \(plan.kinds.flatMap(\.services).count) services, "
      + "\(plan.therapists.count) therapists."
    if dryRun { return print("Nothing is wrong. \(counts)") }
    let choice = try options.settings().database()
    try await found(plan, hash: try password.hash(), in: choice)
    print(counts)
    if let manager = plan.manager { print("\(manager.name) logs in as \(manager.email.text).") }
    note.map { print($0) }
    for therapist in plan.therapists where therapist.email != nil {
      print(
        "\(therapist.name) logs in once a password is set: frontdesk-server user password "
          + "\(therapist.email?.text ?? "")")
    }
    print("The database is \(choice.description). `frontdesk-server serve` opens the day on it.")
  }

  private func plan(inFile path: String) throws -> SpaPlan {
    guard let data = FileManager.default.contents(atPath: path), data.count <= 1_048_576,
      let text = String(data: data, encoding: .utf8)
    else {
      throw OperatingError(
        "--from: \(path) cannot be read as a text in UTF-8. `frontdesk-server setup --example` "
          + "prints one to begin with.")
    }
    let file = SpaPlanFile(text) { (file, email, name) throws(Complaint) in
      // What comes by a pipe is read once, when it is needed.
      guard file != "-" else { return }
      do {
        _ = try Password(try PasswordOptions.firstLine(of: file), of: email, named: name)
      } catch let error as OperatingError {
        throw Complaint("password_file\(error.sentence.trimmingPrefix("--password-file"))")
      } catch let complaint as Complaint {
        throw complaint
      } catch {
        throw Complaint("password_file: \(file): \(error)")
      }
    }
    guard file.problems.isEmpty else {
      throw OperatingError(
        file.problems.map { "\(path), \($0.spoken)." }.joined(separator: "\n"))
    }
    return file.plan
  }

  private func managerPassword(of plan: SpaPlan) throws -> (Password, note: String?) {
    guard let manager = plan.manager else { throw OperatingError("The plan names no manager.") }
    var source = PasswordOptions()
    source.passwordFile = manager.passwordFile
    source.makePassword = manager.passwordFile == nil
    return try source.password(for: manager.email, named: manager.name)
  }

  private func found(_ plan: SpaPlan, hash: String, in choice: DatabaseChoice) async throws {
    try await choice.making {
      let owner = choice.owner
      let opened = try await choice.openForSetup { print($0) }
      do {
        try await opened.store.inTransaction {
          try SpaFounding($0).found(plan, managerHash: hash, at: Clock.system.now())
          // It keeps the zone that it began with.
          if let owner { throw Complaint(owner.sentence(about: choice.description)) }
        }
      } catch {
        await opened.close()
        throw error
      }
      await opened.close()
    }
  }
}
