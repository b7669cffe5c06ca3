import Console
import Glibc

/// Gives a text to the command that somebody has set for printing. Its words are taken as they stand:
/// no shell reads them, and nothing of the text is ever a word of a command.
struct PrintCommand: Sendable {
  /// The command, and what it is told.
  let words: [String]

  /// A printer's queue takes a day's sheet at once; who takes longer hangs.
  private static let patience = Duration.seconds(30)

  /// Bytes of what a command says that are shown.
  private static let longest = 400

  /// - Throws: `ConsoleProblem` with what went wrong, in the command's own words where it has any.
  func print(_ text: String) async throws(ConsoleProblem) {
    let (sheet, said) = (try Self.file(), try Self.file())
    defer {
      close(sheet)
      close(said)
    }
    guard Self.write(Array(text.utf8), to: sheet), lseek(sheet, 0, SEEK_SET) == 0 else {
      throw ConsoleProblem("Not printed: there is no room for the sheet.")
    }
    let status = try await Self.ending(of: try spawn(reading: sheet, saying: said))
    guard status != 0 else { return }
    let words = Self.read(said)
    throw ConsoleProblem(
      "Not printed: \(name) "
        + (words.isEmpty ? "ended with \(status)." : "says: \(words)"))
  }

  var name: String { words.first ?? "" }

  private func spawn(reading sheet: Int32, saying said: Int32) throws(ConsoleProblem) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, sheet, 0)
    posix_spawn_file_actions_adddup2(&actions, said, 1)
    posix_spawn_file_actions_adddup2(&actions, said, 2)
    // What the terminal sends to this program is not meant for the printer's.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, name, &actions, &attributes, &arguments, environ)
    guard code == 0 else {
      throw ConsoleProblem(
        "Not printed: \(name) cannot be started: \(String(cString: strerror(code))).")
    }
    return child
  }

  /// - Returns: its exit code, or that of a signal as shells count it.
  private static func ending(of child: pid_t) async throws(ConsoleProblem) -> Int32 {
    let end = ContinuousClock.now + patience
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < end else {
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        throw ConsoleProblem("Not printed: the command did not end.")
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// A file that nobody else sees, gone with the last who has it open.
  private static func file() throws(ConsoleProblem) -> Int32 {
    var path = Array("/tmp/frontdesk-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0, fcntl(file, F_SETFD, FD_CLOEXEC) == 0 else {
      throw ConsoleProblem("Not printed: \(String(cString: strerror(errno))).")
    }
    unlink(path)
    return file
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The first line of what was said.
  private static func read(_ file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: longest)
    let count = pread(file, &bytes, bytes.count, 0)
    let line = bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self)
  }
}
