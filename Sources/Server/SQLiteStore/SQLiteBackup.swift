import BookingStore
import Foundation
import GRDB
import Glibc

/// Copies the database file as it is at one instant, also while others work on it; and puts a copy
/// back while nobody does.
package enum SQLiteBackup {
  /// Copies the database to a new file that only its owner can read, and proves the copy before it
  /// gets its name.
  /// - Throws: `StoreFailure`; nothing is at `target` then that was not there before.
  package static func copy(from path: String, to target: String) throws {
    try explaining(path) {
      guard FileManager.default.fileExists(atPath: path) else {
        throw StoreFailure(.unusable, "There is no \(path) to copy.")
      }
      guard !FileManager.default.fileExists(atPath: target) else {
        throw StoreFailure(.unusable, "\(target) is there already; name another file.")
      }
      let partial = target + ".partial"
      let claim = try claim(partial)
      var isDone = false
      defer {
        if !isDone { remove(partial, suffixes: [""] + beside) }
        Glibc.close(claim)
      }
      let source = try DatabaseQueue(path: path, configuration: configuration)
      let copy = try DatabaseQueue(path: partial, configuration: configuration)
      _ = try source.read { try Schema.check($0, path: path) }
      try source.backup(to: copy)
      // One file, without a log beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try prove(copy, partial)
      try copy.close()
      try source.close()
      try settle(partial, as: target)
      isDone = true
    }
  }

  /// Puts a copy in the place of the database.
  /// - Returns: where the database that stood there is kept now, nil where there was none; and which
  ///   of those kept earlier were removed to make room.
  /// - Throws: `StoreFailure` where the copy is no database of FrontDesk's, is damaged or newer
  ///   than this program, or where somebody works on the database. The database is unchanged then.
  package static func restore(_ path: String, from copy: String, at moment: String) throws
    -> (kept: String?, removed: [String])
  {
    try explaining(path) {
      try explaining(copy) {
        guard FileManager.default.fileExists(atPath: copy) else {
          throw StoreFailure(.unusable, "There is no \(copy) to restore from.")
        }
        guard !isSameFile(copy, path) else {
          throw StoreFailure(.unusable, "\(copy) is the database itself; name a backup of it.")
        }
        let source = try DatabaseQueue(path: copy, configuration: configuration)
        guard try source.read({ try Schema.check($0, path: copy) }) > 0 else {
          throw StoreFailure(.unusable, "\(copy) is an empty database; name a backup.")
        }
        try prove(source, copy)
        try source.close()
      }
      if let pid = user(of: path) {
        throw StoreFailure(
          .unusable,
          "Process \(pid) works on \(path); stop the server first (systemctl stop frontdesk-server)."
        )
      }
      let fresh = path + ".restoring"
      remove(fresh, suffixes: [""])
      defer { remove(fresh, suffixes: [""]) }
      try makeFile(fresh)
      try write(copy, into: fresh)
      let kept = try setAside(path, at: moment)
      // The note of how far the log had come goes as well: without it a new epoch begins.
      remove(path, suffixes: ["-wal", "-shm", "-journal", "-frontdesk"])
      try settle(fresh, as: path)
      return (kept, removeOldest(of: path))
    }
  }

  /// The name of the spa whose database it is; nil where it has none, or is no such database.
  package static func spaName(in path: String) -> String? {
    guard FileManager.default.fileExists(atPath: path),
      let database = try? DatabaseQueue(path: path, configuration: configuration)
    else { return nil }
    defer { try? database.close() }
    return try? database.read { try String.fetchOne($0, sql: SpaRows.nameQuery) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "frontdesk.backup"
    configuration.busyMode = .timeout(TimeInterval(SQLiteStore.patience))
    return configuration
  }

  private static func explaining<T>(_ path: String, _ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch {
      throw StoreFailure(of: error, at: path)
    }
  }

  private static func prove(_ database: DatabaseQueue, _ path: String) throws {
    let found = try database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(5)") }
    guard found == ["ok"] else {
      throw StoreFailure(
        .unusable, "\(path) is damaged (\(found.joined(separator: "; "))); take another backup.")
    }
  }

  /// Who has the database open: SQLite keeps a shared lock on these bytes of the file for as long as a
  /// connection is open in WAL mode (`SHARED_FIRST`, `SHARED_SIZE` in its os.h).
  private static func user(of path: String) -> pid_t? {
    let file = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { Glibc.close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0002
    lock.l_len = 510
    guard fcntl(file, F_GETLK, &lock) == 0, Int32(lock.l_type) != Int32(F_UNLCK) else { return nil }
    return lock.l_pid
  }

  private static func setAside(_ path: String, at moment: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let kept = freeName("\(path)\(replaced)\(moment)")
    // Its log of changes too: after a crash it holds a part of the database.
    for suffix in ["-wal", ""] where FileManager.default.fileExists(atPath: path + suffix) {
      guard rename(path + suffix, kept + suffix) == 0 else {
        throw failure("rename", path + suffix)
      }
    }
    return kept
  }

  /// How many databases that restoring has put aside are kept.
  package static let mostReplaced = 5

  /// Their names end with the time, so that the last by name is the newest.
  private static func removeOldest(of path: String) -> [String] {
    let url = URL(fileURLWithPath: path)
    let directory = url.deletingLastPathComponent().path
    let stem = url.lastPathComponent + replaced
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let old = names.filter { $0.hasPrefix(stem) && CopyTime.begins($0.dropFirst(stem.count)) }
      .filter { !$0.hasSuffix("-wal") }.sorted().dropLast(mostReplaced)
    return old.map { name in
      remove("\(directory)/\(name)", suffixes: ["", "-wal"])
      return "\(directory)/\(name)"
    }
  }

  private static let replaced = ".replaced-"

  // MARK: - Files

  /// `name`, if no file has it yet; otherwise `name_02`, `name_03` …, the one after the last that
  /// exists, so that a file which was kept a moment ago stays. Sorted by name the files are in the
  /// order in which they were made, also where the first ones were removed.
  package static func freeName(_ stem: String, _ ending: String = "") -> String {
    let url = URL(fileURLWithPath: stem)
    let beside =
      (try? FileManager.default.contentsOfDirectory(
        atPath: url.deletingLastPathComponent().path)) ?? []
    func name(_ number: Int) -> String {
      stem + (number == 1 ? "" : "_\(number < 10 ? "0" : "")\(number)") + ending
    }
    // Nobody restores a hundred times within a second.
    let last = (1..<100).last { number in
      let own = URL(fileURLWithPath: name(number)).lastPathComponent
      return beside.contains { ["", "-wal", ".partial"].contains($0.dropPrefix(own)) }
    }
    return name((last ?? 0) + 1)
  }

  /// Whether both paths lead to one file, whatever their names are.
  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  private static func makeFile(_ path: String) throws {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("make", path) }
    Glibc.close(file)
  }

  private static let beside = ["-journal", "-wal", "-shm"]

  /// Makes an empty file that nobody else writes into while it is open. A file that an interrupted
  /// copy left there is removed, a file that another process is writing is not.
  /// - Returns: to be closed when the copy is.
  private static func claim(_ path: String) throws -> CInt {
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("make", path) }
    var (held, named) = (stat(), stat())
    guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &held) == 0, lstat(path, &named) == 0,
      (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
    else {
      Glibc.close(file)
      throw StoreFailure(
        .unusable, "Another process is writing \(path); wait until it is done, and try again.")
    }
    guard fchmod(file, 0o600) == 0, ftruncate(file, 0) == 0 else {
      defer { Glibc.close(file) }
      throw failure("make", path)
    }
    remove(path, suffixes: beside)
    return file
  }

  private static func write(_ source: String, into path: String) throws {
    let (from, to) = (FileHandle(forReadingAtPath: source), FileHandle(forWritingAtPath: path))
    guard let from, let to else { throw failure("copy to", path) }
    while let piece = try from.read(upToCount: 1 << 20), !piece.isEmpty {
      try to.write(contentsOf: piece)
    }
    try to.close()
  }

  /// Forces the file to the disk, and only then gives it its name.
  private static func settle(_ path: String, as target: String) throws {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("open", path) }
    let isWritten = fsync(file) == 0
    Glibc.close(file)
    guard isWritten, rename(path, target) == 0 else { throw failure("write", target) }
  }

  private static func remove(_ path: String, suffixes: [String]) {
    for suffix in suffixes { unlink(path + suffix) }
  }

  private static func failure(_ what: String, _ path: String) -> StoreFailure {
    StoreFailure(.unusable, "Cannot \(what) \(path): \(String(cString: strerror(errno))).")
  }
}

extension String {
  /// What follows `prefix`; nil where the name does not begin with it.
  fileprivate func dropPrefix(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
