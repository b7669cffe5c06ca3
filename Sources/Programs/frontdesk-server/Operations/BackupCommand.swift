import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import MySQLStore
import SQLiteStore
import SpaSetup

/// `frontdesk-server backup`: a copy of the database at one instant.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the database while everybody works on it.",
    discussion: """
      The copy is of one instant, checked, and readable for its owner alone. Into a directory each \
      goes under the time it was taken at. Of MySQL or MariaDB the line is printed that dumps it.
      """)

  @Argument(
    help: ArgumentHelp("A new file, or a directory; with --keep a directory.", valueName: "to"))
  var target: String
  @Option(
    help: ArgumentHelp(
      "Of a directory's copies keep only the newest so many; it is made where it is missing.",
      valueName: "n"))
  var keep: Int?
  @OptionGroup var options: DatabaseOptions

  func validate() throws {
    guard keep ?? 1 >= 1 else { throw ValidationError("--keep: keep one at least.") }
  }

  func run() async throws {
    switch try options.settings().database() {
    case .mysql(let address): print(CopyingLines(address).dump(to: target))
    case .sqlite(let path):
      guard try isDirectory() else {
        try SQLiteBackup.copy(from: path, to: target)
        return print("Copied to \(target).")
      }
      let file = SQLiteBackup.freeName(
        "\(target)/\(Self.prefix)\(CopyTime.text(Clock.system.now()))", Self.suffix)
      try SQLiteBackup.copy(from: path, to: file)
      print("Copied to \(file).")
      if let keep { removeOlder(than: keep) }
    }
  }

  private func isDirectory() throws -> Bool {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: target, isDirectory: &isDirectory) {
      guard isDirectory.boolValue || keep == nil else {
        throw OperatingError("--keep is for a directory, and \(target) is a file.")
      }
      return isDirectory.boolValue
    }
    guard keep != nil else { return false }
    do {
      // Guests' names and numbers will stand in it.
      try FileManager.default.createDirectory(
        atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw OperatingError("The directory \(target) cannot be made; name another.")
    }
    return true
  }

  private static let prefix = "spa-"
  private static let suffix = ".db"

  /// Their names begin with the time, so that the last by name is the newest.
  private func removeOlder(than keep: Int) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
    let copies = names.filter {
      $0.hasPrefix(Self.prefix) && $0.hasSuffix(Self.suffix)
        && CopyTime.begins($0.dropFirst(Self.prefix.count))
    }.sorted()
    for name in copies.dropLast(keep) {
      unlink("\(target)/\(name)")
      print("Removed \(target)/\(name).")
    }
  }
}

/// `frontdesk-server restore`: puts a copy in the place of the database.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the database.",
    discussion: """
      Refused while a server works on it. What stood there is kept beside it. Every console starts \
      anew from what the backup has. For MySQL or MariaDB the lines are printed that do it.
      """)

  @Argument(help: ArgumentHelp("What `backup` made.", valueName: "from"))
  var source: String
  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    let setup = try options.settings()
    let choice = try setup.database()
    switch choice {
    case .mysql(let address):
      print(CopyingLines(address).restore(from: source, passwordFile: setup.databasePasswordFile))
    case .sqlite(let path):
      let replaced = SQLiteBackup.spaName(in: path)
      let (kept, removed) = try SQLiteBackup.restore(
        path, from: source, at: CopyTime.text(Clock.system.now()))
      if let kept {
        DatabaseChoice.giveTheOwner(of: kept, path)
        print(
          "What stood there\(Self.said(replaced)) is kept as \(kept); of such files the last \(SQLiteBackup.mostReplaced) stay."
        )
      }
      for name in removed { print("Removed \(name).") }
      // Opens it once, so that its new epoch and an older layout's upgrade are done here.
      let opened = try await choice.open(createIfMissing: false)
      await opened.close()
      if let kept { DatabaseChoice.giveTheOwner(of: kept, path) }
      let restored = Self.said(SQLiteBackup.spaName(in: path))
      print("Restored \(path) from \(source)\(restored); every console starts anew from it.")
    }
  }

  private static func said(_ spa: String?) -> String {
    spa.map { " (\(PlainLine.shown($0)))" } ?? ""
  }
}
