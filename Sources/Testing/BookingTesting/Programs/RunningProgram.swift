import Foundation
import Glibc

/// A program that was started for a test: what it says, how it ends, and a way to end it.
package final class RunningProgram: Sendable {
  /// What a program has said so far, and how it ended.
  package struct Record: Sendable, CustomStringConvertible {
    package fileprivate(set) var output = ""
    package fileprivate(set) var errors = ""
    package fileprivate(set) var ending: Ending?
    fileprivate var openPipes = 2

    /// Finished lines of standard output.
    package var lines: [Substring] {
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    /// Nothing more can come.
    var isOver: Bool { ending != nil && openPipes == 0 }

    package var description: String {
      "output:\n\(output)errors:\n\(errors)\(ending.map { "ended: \($0)" } ?? "running")"
    }
  }

  package enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)

    /// As a shell has it: a signal counts from 128.
    package var status: Int {
      switch self {
      case .exited(let status): Int(status)
      case .signalled(let signal): 128 + Int(signal)
      }
    }
  }

  package let record = Watched(Record())
  package let pid: pid_t
  private let input: FileHandle

  /// - Parameters:
  ///   - environment: the whole environment; nil passes ours on, with a private home directory.
  ///   - isOurs: it has the rights of the tests, which may be root's, and not an ordinary user's.
  ///   - hearing: gets the output as it comes, on a thread of its own, instead of the record.
  package init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil,
    isOurs: Bool = false, hearing: (@Sendable (String) -> Void)? = nil
  ) throws {
    let (toIt, output, errors) = (
      try DescriptorPair.pipe(), try DescriptorPair.pipe(), try DescriptorPair.pipe()
    )
    var spawning = Spawning(executable, arguments)
    spawning.environment = environment
    spawning.user = isOurs ? .ours : .ordinary
    spawning.descriptors = [0: toIt.reading, 1: output.writing, 2: errors.writing]
    defer {
      for descriptor in [toIt.reading, output.writing, errors.writing] { close(descriptor) }
    }
    input = FileHandle(fileDescriptor: toIt.writing)
    pid = try spawning.start()
    try TestRun.current.get().watch(group: pid)
    let record = record
    collect(output.reading, hearing ?? { piece in record.change { $0.output += piece } })
    collect(errors.reading) { piece in record.change { $0.errors += piece } }
    awaitEnding()
  }

  /// Runs a program to its end.
  package static func run(
    _ executable: String, _ arguments: [String] = [], input: String = "",
    environment: [String: String]? = nil,
    within limit: Duration = .patience
  ) async throws -> Record {
    let program = try RunningProgram(
      executable, arguments, environment: environment)
    program.write(input)
    program.closeInput()
    do {
      return try await program.finishes(within: limit)
    } catch {
      await program.stop()
      throw error
    }
  }

  /// Sends text to its standard input. A program that has ended does not hear it.
  package func write(_ text: String) { try? input.write(contentsOf: Data(text.utf8)) }
  package func closeInput() { try? input.close() }

  /// The first line of output, from the `start`th on, that `isWanted`.
  package func line(
    _ what: String, from start: Int = 0, within limit: Duration = .patience,
    where isWanted: @escaping @Sendable (Substring) -> Bool
  ) async throws -> String {
    try await record.waits(for: what, within: limit) { record in
      record.lines.dropFirst(start).first(where: isWanted).map(String.init)
    }
  }

  /// Waits for its end and the end of everything it says.
  package func finishes(within limit: Duration = .patience) async throws -> Record {
    try await record.waits(for: "end of the program", within: limit) { $0.isOver ? $0 : nil }
  }

  /// To it and all it has started. Nothing once it has ended: its number may be another's by then.
  package func signal(_ signal: Int32) {
    if record.value.ending == nil { kill(-pid, signal) }
  }

  /// Ends it: politely, and after the deadline by force. Returns when it is gone.
  package func stop(within limit: Duration = .seconds(5)) async {
    closeInput()
    signal(SIGTERM)
    if (try? await ended(within: limit)) == nil {
      signal(SIGKILL)
      _ = try? await ended(within: limit)
    }
  }

  private func ended(within limit: Duration) async throws -> Ending {
    try await record.waits(for: "end of the program", within: limit) { $0.ending }
  }

  /// One thread a pipe: reading blocks, and a test has few programs.
  private func collect(_ descriptor: Int32, _ hear: @escaping @Sendable (String) -> Void) {
    let record = record
    Thread {
      var text = TextDecoding()
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        hear(text.decode(buffer[..<count]))
      }
      close(descriptor)
      record.change { $0.openPipes -= 1 }
    }.start()
  }

  private func awaitEnding() {
    let (record, pid) = (record, pid)
    Thread {
      let ending = Ending(awaiting: pid)
      record.change { $0.ending = ending }
    }.start()
  }
}

extension RunningProgram.Ending {
  /// Blocks until the leader of this process group has ended, and ends what it leaves behind.
  init(awaiting pid: pid_t) {
    // Waits without removing the process from the table, and removes it last: until then the
    // group's number cannot be given to another.
    var end = siginfo_t()
    while waitid(P_PID, id_t(pid), &end, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    if let run = try? TestRun.current.get() { run.forget(group: pid) }
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}

/// Bytes to text where a character may be cut in two between reads.
struct TextDecoding {
  private var rest: [UInt8] = []

  mutating func decode(_ bytes: some Sequence<UInt8>) -> String {
    rest += bytes
    // A sequence is at most four bytes (RFC 3629, 3), so an unfinished one starts in the last three.
    var end = rest.count
    for back in 1...3 where back <= rest.count {
      let byte = rest[rest.count - back]
      guard byte & 0xC0 != 0x80 else { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if length > back { end = rest.count - back }
      break
    }
    defer { rest.removeFirst(end) }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
