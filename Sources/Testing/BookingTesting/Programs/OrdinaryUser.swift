import Foundation
import Glibc
import Synchronization

/// The user with whose rights tests start programs. A program that needs root's rights has to fail,
/// so where root runs the tests, programs run as the account that has no rights at all.
package struct OrdinaryUser: Sendable {
  /// Nil where the tests themselves are run by an ordinary user.
  static let instead: OrdinaryUser? = geteuid() == 0 ? OrdinaryUser(named: "nobody") : nil

  /// Every Debian has it, in its essential `util-linux`.
  private static let setpriv = "/usr/bin/setpriv"

  let id: uid_t
  let group: gid_t

  private init?(named name: String) {
    guard let account = getpwnam(name) else { return nil }
    id = account.pointee.pw_uid
    group = account.pointee.pw_gid
  }

  /// A command of this user's; the process that is started becomes it.
  package static func command(_ executable: String, _ arguments: [String] = []) -> [String] {
    guard let user = instead else { return [executable] + arguments }
    return [
      setpriv, "--reuid=\(user.id)", "--regid=\(user.group)", "--clear-groups", "--inh-caps=-all",
      executable,
    ] + arguments
  }

  /// Hands over what root has made there meanwhile: a test writes files for the programs it starts.
  func takeOver(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_uid == 0 { lchown(path, id, group) }
    guard status.st_mode & S_IFMT == S_IFDIR, let directory = opendir(path) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { takeOver("\(path)/\(name)") }
    }
  }

  /// Where this user can read and start what is at `path`: there, unless it lies in a directory
  /// that is closed to others, such as root's home.
  package static func reachable(_ path: String) throws -> String {
    guard let user = instead, !user.reaches(path) else { return path }
    return try Copies.of(path)
  }

  fileprivate func reaches(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return false }
    defer { free(real) }
    var part = String(cString: real)
    var needed = S_IROTH
    while true {
      var status = stat()
      guard stat(part, &status) == 0 else { return false }
      if status.st_uid != id, status.st_mode & needed != needed { return false }
      guard let slash = part.lastIndex(of: "/"), part != "/" else { return true }
      part = slash == part.startIndex ? "/" : String(part[..<slash])
      needed = S_IXOTH
    }
  }

  /// Libraries that this process was loaded with and that others cannot reach, such as those of a
  /// compiler in root's home, side by side in one directory; nil where there are none.
  static let libraries: String? = {
    guard let user = instead,
      let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
    else { return nil }
    let mapped = Set(
      maps.split(separator: "\n").compactMap { line in
        line.firstIndex(of: "/").map { String(line[$0...]) }
      })
    let closed = mapped.filter { $0.contains(".so") && !user.reaches($0) }
    return closed.compactMap { try? Copies.of($0) }.first.map {
      ($0 as NSString).deletingLastPathComponent
    }
  }()

  /// What was made reachable, for the whole run.
  private enum Copies {
    private static let made = Mutex<[String: String]>([:])

    static func of(_ path: String) throws -> String {
      try made.withLock { made in
        if let copy = made[path] { return copy }
        let directory = "\(try TestRun.current.get().directory)/reachable"
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true)
        let copy = "\(directory)/\((path as NSString).lastPathComponent)"
        // The same file under another name, unless that would be on another disk.
        if link(path, copy) != 0 { try FileManager.default.copyItem(atPath: path, toPath: copy) }
        made[path] = copy
        return copy
      }
    }
  }
}
