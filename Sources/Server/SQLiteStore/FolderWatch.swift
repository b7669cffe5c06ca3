import Dispatch
import Foundation
import Glibc
import Synchronization

/// Sleeps until something is written, made, moved or deleted in a folder (inotify(7)), so that a
/// server without work does not have to look again and again.
///
/// The system lets a user have only a few watchers, so one serves the whole process. A folder is
/// watched only while somebody sleeps; those who are awake look by themselves.
final class FolderWatch: Sendable {
  static let shared = FolderWatch()

  /// Nil where the system watches no folders.
  private let handle: Int32?
  /// Who sleeps until something happens in a folder, by the system's number for watching it.
  private let sleepers = Mutex<[Int32: [DispatchSemaphore]]>([:])

  private init() {
    let made = inotify_init1(Int32(IN_CLOEXEC))
    handle = made >= 0 ? made : nil
    guard made >= 0 else { return }
    Thread { [self] in while wakeThoseConcerned(made) {} }.start()
  }

  /// - Parameters:
  ///   - milliseconds: the longest that is slept.
  ///   - hasHappened: asked when the folder is watched already, so that nothing is missed in
  ///     between; where it is true, nobody sleeps.
  /// - Returns: false, at once, where the folder cannot be watched.
  func sleep(in folder: String, atMost milliseconds: Int, unless hasHappened: () -> Bool) -> Bool {
    let signal = DispatchSemaphore(value: 0)
    guard let number = begin(folder, signal) else { return false }
    if !hasHappened() { _ = signal.wait(timeout: .now() + .milliseconds(milliseconds)) }
    end(number, signal)
    return true
  }

  private func begin(_ folder: String, _ signal: DispatchSemaphore) -> Int32? {
    guard let handle else { return nil }
    let news = IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVE | IN_DELETE_SELF | IN_MOVE_SELF
    return sleepers.withLock { sleepers in
      let number = inotify_add_watch(handle, folder, UInt32(news))
      guard number >= 0 else { return nil }
      sleepers[number, default: []].append(signal)
      return number
    }
  }

  private func end(_ number: Int32, _ signal: DispatchSemaphore) {
    sleepers.withLock { sleepers in
      sleepers[number]?.removeAll { $0 === signal }
      guard let handle, sleepers[number]?.isEmpty == true else { return }
      sleepers[number] = nil
      inotify_rm_watch(handle, number)
    }
  }

  /// - Returns: whether there may be more.
  private func wakeThoseConcerned(_ handle: Int32) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { room in
      let count = read(handle, room.baseAddress, room.count)
      guard count > 0 else { return errno == EINTR }
      var numbers: Set<Int32> = []
      var place = 0
      while place < count {
        let event = room.load(fromByteOffset: place, as: inotify_event.self)
        numbers.insert(event.wd)
        place += MemoryLayout<inotify_event>.size + Int(event.len)
      }
      let woken = sleepers.withLock { sleepers in numbers.flatMap { sleepers[$0] ?? [] } }
      for signal in woken { signal.signal() }
      return true
    }
  }
}
