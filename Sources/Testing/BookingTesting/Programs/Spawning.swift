import Foundation
import Glibc
import Synchronization

/// How a program is to be started: with `posix_spawn`, so that it inherits only the descriptors
/// that are named.
struct Spawning {
  enum Home {
    /// A process group of its own, so that a signal reaches it and its children, and a `^C` at
    /// the tests' terminal does not.
    case group
    /// A session of its own whose controlling terminal becomes this device.
    case session(terminal: String)
  }

  /// An unprivileged user, unless the program needs our rights.
  enum User {
    case ordinary
    case ours
  }

  let executable: String
  let arguments: [String]
  var user = User.ordinary
  /// The whole environment; nil passes ours on with this run's `HOME` and `TMPDIR`.
  var environment: [String: String]?
  /// The program's descriptors, each with ours that it is a copy of. None is needed where it has a
  /// terminal of its own.
  var descriptors: [Int32: Int32] = [:]
  var home = Home.group

  init(_ executable: String, _ arguments: [String]) {
    (self.executable, self.arguments) = (executable, arguments)
  }

  func start() throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    setSignals(&attributes)
    switch home {
    case .group:
      posix_spawnattr_setpgroup(&attributes, 0)
    case .session(let terminal):
      if let user = ordinary { chown(terminal, user.id, user.group) }
      // The first terminal that a session's leader opens becomes its controlling terminal.
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    for (there, here) in descriptors { posix_spawn_file_actions_adddup2(&actions, here, there) }
    handOnNothingElse(&actions)

    var command = [executable] + arguments
    if let ordinary {
      ordinary.takeOver(try TestRun.current.get().directory)
      command = OrdinaryUser.command(executable, arguments)
    }
    let variables = try variables.map { "\($0.key)=\($0.value)" }
    var pid: pid_t = 0
    let problem = withPointers(to: command) { argv in
      withPointers(to: variables) { envp in
        startingOrPiping.withLock { _ in
          posix_spawnp(&pid, command[0], &actions, &attributes, argv, envp)
        }
      }
    }
    guard problem == 0 else { throw SystemFailure("start \(executable)", problem) }
    return pid
  }

  /// Worker threads block signals and the test runner ignores some; a program expects neither.
  private func setSignals(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    switch home {
    case .group: flags |= Int32(POSIX_SPAWN_SETPGROUP)
    case .session: flags |= Self.setSession
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// Closes everything else in the new program. SwiftNIO's listening sockets do not close
  /// themselves on exec: handed on to a program that stays, a port would go on listening after
  /// the test has closed it.
  private func handOnNothingElse(_ actions: inout posix_spawn_file_actions_t) {
    typealias CloseFrom =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
    // glibc has it since 2.34; its headers show it to GNU sources only.
    guard let found = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
    let closeFrom = unsafeBitCast(found, to: CloseFrom.self)
    _ = closeFrom(&actions, 1 + max(STDERR_FILENO, descriptors.keys.max() ?? 0))
  }

  /// `POSIX_SPAWN_SETSID`, which glibc's headers show to GNU sources only.
  private static let setSession: Int32 = 0x80

  private var ordinary: OrdinaryUser? { user == .ordinary ? OrdinaryUser.instead : nil }

  private var variables: [String: String] {
    get throws {
      var variables = environment ?? ProcessInfo.processInfo.environment
      if environment == nil, user == .ordinary {
        for name in variables.keys where name.hasPrefix("XDG_") { variables[name] = nil }
        variables["HOME"] = try TestRun.current.get().home
        variables["TMPDIR"] = try TestRun.current.get().directory
      }
      // Tests open many connections with one account.
      if environment == nil { variables["FRONTDESK_LIMITS_SOCKETS_PER_ACCOUNT"] = "100000" }
      if let libraries = ordinary.flatMap({ _ in OrdinaryUser.libraries }) {
        variables["LD_LIBRARY_PATH"] = libraries
      }
      return variables
    }
  }
}

/// A C array of C strings with its closing null, as `execve` wants it.
private func withPointers<Result>(
  to texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("the array has its null") }
    return body(base)
  }
}

/// A system call that failed, with the system's words for why.
package struct SystemFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ call: String, _ code: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(code)))"
  }
}

/// A program started between the making of a pipe and its marking would inherit the pipe and hold
/// it open, and its reader would wait for ever. (`pipe2` is shown to GNU sources only.)
private let startingOrPiping = Mutex(())

/// Two ends of one pipe, both closed in programs that are started.
package struct DescriptorPair: Sendable {
  package let reading: Int32
  package let writing: Int32

  package static func pipe() throws -> DescriptorPair {
    var ends: [Int32] = [0, 0]
    try startingOrPiping.withLock { _ in
      guard Glibc.pipe(&ends) == 0 else { throw SystemFailure("pipe") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    return DescriptorPair(reading: ends[0], writing: ends[1])
  }
}
