import Console
import DeskSettings
import Glibc
import Settings

/// What was typed on the command line, from one start to the next. A convenience: where it cannot
/// be read or kept the desk works without.
struct HistoryFile {
  /// Nil where there is no home to keep it in.
  private let path: String?

  init() {
    path = Environment().stateHome.map { $0 + "/frontdesk/history" }
  }

  /// The oldest first.
  var lines: [String] {
    guard let path, let text = (try? SmallFile.textIfThere(at: path)) ?? nil else { return [] }
    return text.split(separator: "\n").suffix(Typing.longestHistory).map(String.init)
  }

  /// Replaces the file whole, so that a crash leaves the old one. Guests' names stand in it: only
  /// its owner may read it.
  func keep(_ lines: [String]) {
    guard let path else { return }
    makeFolders(of: path)
    let fresh = "\(path).\(getpid())"
    let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Self.bytes(of: lines)
    let isWritten = write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWritten || rename(fresh, path) != 0 { unlink(fresh) }
  }

  /// More could not be read again (`SmallFile` reads 64 KB); the oldest lines give way.
  private static let mostBytes = 48 * 1024

  private static func bytes(of lines: [String]) -> [UInt8] {
    var kept: [String] = []
    var size = 0
    for line in lines.reversed() {
      let line = line.filter { !$0.isNewline }
      size += line.utf8.count + 1
      if size > mostBytes { break }
      kept.append(line + "\n")
    }
    return Array(kept.reversed().joined().utf8)
  }

  private func makeFolders(of path: String) {
    var folder = path.startIndex
    while let slash = path[path.index(after: folder)...].firstIndex(of: "/") {
      // One that is there already is as good.
      mkdir(String(path[..<slash]), 0o700)
      folder = slash
    }
  }
}
