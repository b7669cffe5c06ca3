import Glibc
import Synchronization

/// Notices when something other than SQLite has written into the database file. After a copy was
/// put over it with `cp` it is the same file with other bytes, and the connections would mix pages
/// of both.
///
/// In WAL mode only checkpoints write into the file itself, and every checkpoint is counted in the
/// index of the log (walformat.html, 2.3). Bytes that changed without a checkpoint were written by
/// another program.
///
/// Its files stay open for as long as SQLite has them: to close one would give up all of this
/// process's locks on it (howtocorrupt.html, 2.2).
final class FileProbe: Sendable {
  private static let headerBytes = 100

  /// How far the log has been brought into the file, under which salt.
  private struct Checkpoint: Hashable {
    let salt: [UInt8]
    let done: [UInt8]
    let attempted: [UInt8]

    var isUnderWay: Bool { done != attempted }
  }

  private struct Known {
    var file: FileState
    var checkpoint: Checkpoint?
    var pages: [[UInt8]]
    var isOverwritten = false
  }

  private let database: Int32
  private let index: Int32
  private let pageSize: Int
  private let numbers: [Int]
  private let known: Mutex<Known>

  /// - Parameters:
  ///   - index: the index of the log of changes, `-shm`.
  ///   - pages: pages whose bytes are different in any two states of a spa's database.
  init?(database path: String, index indexPath: String, pageSize: Int, pages numbers: [Int]) {
    let writable = open(path, O_RDWR | O_CLOEXEC)
    database = writable >= 0 ? writable : open(path, O_RDONLY | O_CLOEXEC)
    index = open(indexPath, O_RDONLY | O_CLOEXEC)
    self.pageSize = pageSize
    self.numbers = numbers
    guard database >= 0, index >= 0, let file = FileState(at: path) else { return nil }
    known = Mutex(
      Known(
        file: file, checkpoint: Self.checkpoint(index),
        pages: Self.pages(numbers, of: database, pageSize)))
  }

  /// Takes the serving lock, until `close()`.
  /// - Returns: false where another process serves the file.
  func claim() -> Bool { ServingLock.take(database) }

  /// To be called after SQLite has closed its own files.
  func close() {
    _ = Glibc.close(database)
    _ = Glibc.close(index)
  }

  /// The beginning of the file as it is now; nil where it is shorter.
  var header: [UInt8]? {
    Self.bytes(Self.headerBytes, at: 0, of: database).flatMap {
      $0.count == Self.headerBytes ? $0 : nil
    }
  }

  /// - Parameter file: as it stands at its path now.
  func isOverwritten(_ file: FileState) -> Bool {
    known.withLock { known in
      if known.isOverwritten { return true }
      let before = Self.checkpoint(index)
      guard file != known.file else {
        // A log that begins again at its front gets another salt; the file itself is not written
        // then.
        known.checkpoint = before
        return false
      }
      let pages = Self.pages(numbers, of: database, pageSize)
      let after = Self.checkpoint(index)
      let isSQLites = before != known.checkpoint || before != after || after?.isUnderWay ?? true
      if !isSQLites, pages != known.pages {
        known.isOverwritten = true
      } else {
        known = Known(file: file, checkpoint: after, pages: pages)
      }
      return known.isOverwritten
    }
  }

  private static func checkpoint(_ index: Int32) -> Checkpoint? {
    // Twice the header of 48 bytes with the salt at 32; then how many frames are done, five marks of
    // readers, eight bytes of locks, and how many were attempted.
    guard let bytes = bytes(132, at: 0, of: index), bytes.count == 132 else { return nil }
    return Checkpoint(
      salt: Array(bytes[32..<40]), done: Array(bytes[96..<100]), attempted: Array(bytes[128..<132]))
  }

  private static func pages(_ numbers: [Int], of file: Int32, _ size: Int) -> [[UInt8]] {
    numbers.map { bytes(size, at: ($0 - 1) * size, of: file) ?? [] }
  }

  private static func bytes(_ count: Int, at offset: Int, of file: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = pread(file, &bytes, count, off_t(offset))
    return read < 0 ? nil : Array(bytes.prefix(read))
  }
}
