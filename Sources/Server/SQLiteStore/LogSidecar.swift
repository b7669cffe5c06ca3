import BookingDomain
import Foundation
import GRDB
import Glibc
import Synchronization

/// How far the log had come, kept in a small file beside the database (`PATH-frontdesk`), so that
/// a database which was restored from a backup is noticed when it is opened: its log then ends
/// before the place noted here.
///
/// Its limits: the note is written after the commit and not forced to the disk, so that after a
/// power failure it may be older than the log. A backup that is newer than such a note is not
/// noticed as a backup. A file that was moved or copied without its note counts as restored, which
/// costs its readers one snapshot.
final class LogSidecar: Sendable {
  private let url: URL
  private let end: Mutex<LogPosition>

  init(database path: String) {
    url = URL(fileURLWithPath: path + "-frontdesk")
    end = Mutex(LogPosition(epoch: "", seq: 0))
  }

  /// What the note says; nil where there is none, or none that can be read.
  func stored() -> LogPosition? {
    // A longer file is no note of ours.
    guard let data = try? Data(contentsOf: url), data.count < 200 else { return nil }
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let seq = Int64(words[1]) else { return nil }
    return LogPosition(epoch: String(words[0]), seq: seq)
  }

  /// A log that ends before a place that readers have seen is an old copy. From there on its
  /// positions will mean other events, so that it gets a new epoch.
  func recogniseRestore(_ db: Database) throws {
    let found = try SQLiteConnection(db).position()
    let isContinued =
      stored().map { $0.epoch == found.epoch && $0.seq <= found.seq } ?? (found.seq == 0)
    if !isContinued {
      try db.inTransaction(.immediate) {
        try Schema.beginEpoch(db)
        return .commit
      }
    }
    begin(at: try SQLiteConnection(db).position())
  }

  func begin(at position: LogPosition) {
    end.withLock { end in
      end = position
      write(end)
    }
  }

  /// - Returns: whether this is news.
  func advance(to position: LogPosition) -> Bool {
    end.withLock { end in
      guard position.epoch != end.epoch || position.seq > end.seq else { return false }
      end = position
      write(end)
      return true
    }
  }

  /// The length of every note in bytes: enough for the longest epoch and number.
  private static let length = 128

  /// Written over the last one in a single piece of the same length, so that a server which is
  /// killed at this moment leaves the old note or the new one, never an empty file.
  ///
  /// A note that cannot be written is no reason to stop the desk: at worst the next opening begins
  /// a new epoch.
  private func write(_ end: LogPosition) {
    let text = "\(end.epoch) \(end.seq)"
    let padding = String(repeating: " ", count: max(0, Self.length - text.utf8.count - 1))
    let note = Array((text + padding + "\n").utf8)
    let file = open(url.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    _ = pwrite(file, note, note.count, 0)
    _ = close(file)
  }
}
