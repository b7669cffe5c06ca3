import Foundation
import Glibc

/// What belongs to one run of the tests: a private directory, and a helper process that cleans up
/// when the run ends, however it ends.
///
/// The helper is a small shell script that reads the numbers of process groups from us. When its
/// input ends, because the tests ended, even by `kill -9`, it kills the groups that are still in
/// its list and removes the directory.
package final class TestRun: Sendable {
  package static let current = Result { try TestRun() }

  /// Private to the user of the programs, gone after the run.
  package let directory: String
  /// The home of programs that have none of their own.
  let home: String
  private let watchman: FileHandle

  private init() throws {
    var template = Array("\(NSTemporaryDirectory())/frontdesk-test.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SystemFailure("mkdtemp") }
    directory = String(cString: made)
    home = "\(directory)/home"
    guard mkdir(home, 0o700) == 0 else { throw SystemFailure("mkdir") }
    if let user = OrdinaryUser.instead { user.takeOver(directory) }
    let pipe = try DescriptorPair.pipe()
    var spawning = Spawning("/bin/sh", ["-c", Self.watching, "watchman", directory])
    spawning.user = .ours
    spawning.descriptors = [0: pipe.reading, 1: STDERR_FILENO, 2: STDERR_FILENO]
    _ = try spawning.start()
    close(pipe.reading)
    watchman = FileHandle(fileDescriptor: pipe.writing)
  }

  /// A new directory that only this run's user can read.
  package static func privateDirectory(_ name: String) throws -> String {
    let path = "\(try current.get().directory)/\(name)-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return path
  }

  func watch(group: pid_t) { tell("watch \(group)") }
  func forget(group: pid_t) { tell("forget \(group)") }

  private func tell(_ line: String) {
    // The helper can only be missing because somebody killed it. Then nobody cleans up after a
    // killed run, but everything else still works.
    try? watchman.write(contentsOf: Data("\(line)\n".utf8))
  }

  private static let watching = """
    groups=' '
    while read -r order group; do
      case $order in
        watch) groups="$groups$group " ;;
        forget) groups="${groups%% $group *} ${groups#* $group }" ;;
      esac
    done
    for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
    rm -rf -- "$1"
    """
}
