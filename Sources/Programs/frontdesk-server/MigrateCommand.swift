import ArgumentParser
import BookingServer
import MySQLStore

/// `frontdesk-server migrate`: puts FrontDesk's tables and triggers beside a web shop's, or takes
/// them out again.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Install FrontDesk in the MySQL or MariaDB database of a web shop.",
    discussion: """
      Adds tables and triggers whose names begin with frontdesk_ and touches nothing else. It can \
      be run again at any time, while the web shop works, and does only what is still missing. The \
      triggers run with the rights of the user who installs them: keep that account.
      """)

  @Option(
    help: ArgumentHelp(
      "The database; a password can also stand in FRONTDESK_DATABASE_PASSWORD.",
      valueName: "mysql://user@host/database"))
  var database: String

  @Option(help: Setting.databasePasswordFile.help) var databasePasswordFile: String?

  @Flag(help: "Only say what would be done.")
  var dryRun = false

  @Flag(help: "Take everything of FrontDesk's out of the database, its history too.")
  var remove = false

  @Flag(help: "Only say how things stand.")
  var status = false

  @Flag(help: "Say that a backup was restored: consoles then take nothing from before for granted.")
  var restored = false

  @Flag(help: "Make the whole web shop's schema first, in an empty database.")
  var create = false

  func validate() throws {
    guard [remove, status, restored, create].count(where: { $0 }) <= 1 else {
      throw ValidationError("Choose one of --remove, --status, --restored and --create.")
    }
  }

  func run() async throws {
    let migration = Migration(try address())
    if status { return try migration.status().forEach { print($0) } }
    if remove {
      return try carryOut(migration.removing(), of: migration, "Nothing of FrontDesk's is here.")
    }
    if restored { return try carryOut(migration.restored(), of: migration, "") }
    if create { try carryOut(migration.creating(), of: migration, "") }
    if create, dryRun { return print("would install FrontDesk in it") }
    try carryOut(
      migration.installing(), of: migration, "FrontDesk is installed; there is nothing to do.")
  }

  private func carryOut(_ steps: [Migration.Step], of migration: Migration, _ nothing: String)
    throws
  {
    if steps.isEmpty { return print(nothing) }
    if dryRun { return steps.forEach { print("would \($0.sentence)") } }
    try migration.carryOut(steps) { print($0) }
    print("Done.")
  }

  private func address() throws -> MySQLAddress {
    switch try ServerSettings.database(named: database, passwordFile: databasePasswordFile) {
    case .mysql(let address): return address
    case .sqlite:
      throw OperatingError(
        "migrate prepares a MySQL or MariaDB database; a SQLite file is prepared when it is opened."
      )
    }
  }
}
