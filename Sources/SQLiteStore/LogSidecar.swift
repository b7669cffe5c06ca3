import BookingDomain
import Foundation
import Synchronization

/// How far the log had come, kept in a small file beside the database (`PATH-frontdesk`), so that
/// a database which was restored from a backup is noticed when it is opened: its log then ends
/// before the place noted here.
///
/// Honest limits: the note is written after the commit and not forced to the disk, so a power
/// failure may leave it behind, and a restore that by chance lies after it is missed. A file that
/// comes without its note (moved, copied) is taken for restored, which costs its readers one
/// snapshot. Replacing the file under a running server is not supported.
final class LogSidecar: Sendable {
  struct Note: Equatable {
    var epoch: String
    var seq: Int64
  }

  private let url: URL
  private let note: Mutex<Note>

  init(database path: String) {
    url = URL(fileURLWithPath: path + "-frontdesk")
    note = Mutex(Note(epoch: "", seq: 0))
  }

  /// What is written there; nil where nothing (readable) is.
  func stored() -> Note? {
    // Longer than any note of ours: something else.
    guard let data = try? Data(contentsOf: url), data.count < 200 else { return nil }
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let seq = Int64(words[1]) else { return nil }
    return Note(epoch: String(words[0]), seq: seq)
  }

  func begin(at position: LogPosition) {
    note.withLock { note in
      note = Note(epoch: position.epoch, seq: position.seq)
      write(note)
    }
  }

  /// - Returns: whether this is news.
  func advance(to seq: Int64) -> Bool {
    note.withLock { note in
      guard seq > note.seq else { return false }
      note.seq = seq
      write(note)
      return true
    }
  }

  /// A note that cannot be written is no reason to stop the desk: at worst the next opening begins
  /// a new epoch.
  private func write(_ note: Note) {
    try? Data("\(note.epoch) \(note.seq)\n".utf8).write(to: url)
  }
}
