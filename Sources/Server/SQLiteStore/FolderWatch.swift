import Glibc
import Synchronization

/// Sleeps until something is written, made, moved or deleted in a folder (inotify(7)): whoever is at
/// rest need not look over and over.
final class FolderWatch: Sendable {
  /// Nil where the system watches no folders, or this one is not where it was.
  private let handle: Mutex<Int32?>

  init(_ path: String) {
    let made = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    let news = IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVE | IN_DELETE_SELF | IN_MOVE_SELF
    guard made >= 0, inotify_add_watch(made, path, UInt32(news)) >= 0 else {
      if made >= 0 { close(made) }
      handle = Mutex(nil)
      return
    }
    handle = Mutex(made)
  }

  deinit { end() }

  /// Until something happens, at once where something has since the last call; at the latest after so
  /// long.
  /// - Returns: false where nothing can be watched; that is at once.
  func sleep(atMost milliseconds: Int32) -> Bool {
    guard let handle = handle.withLock(\.self) else { return false }
    var asked = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
    if poll(&asked, 1, milliseconds) > 0, !takeNews(handle) { end() }
    return true
  }

  /// - Returns: whether the folder is still there.
  private func takeNews(_ handle: Int32) -> Bool {
    var isThere = true
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { room in
      while true {
        let count = read(handle, room.baseAddress, room.count)
        guard count > 0 else { return }
        var place = 0
        while place < count {
          let event = room.load(fromByteOffset: place, as: inotify_event.self)
          if event.mask & UInt32(IN_IGNORED | IN_MOVE_SELF) != 0 { isThere = false }
          place += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
    return isThere
  }

  private func end() {
    handle.withLock { handle in
      if let handle { close(handle) }
      handle = nil
    }
  }
}
