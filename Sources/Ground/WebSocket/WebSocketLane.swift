import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// The way past the channel, straight to the system's socket. The same bytes for a thousand
/// connections cost the system some 5 µs each; to write and flush them through a channel's
/// pipeline costs as much again.
///
/// Belongs to the connection's event loop. A channel closes its socket there alone, and says so to
/// its handlers before anything else happens on the loop; from then on the lane is shut.
package final class WebSocketLane {
  private var socket: NIOBSDSocket.Handle?
  /// Whether bytes may be waiting in the channel, which nothing may overtake.
  private var isBlocked = true

  /// Two numbers that belong to whoever sends; nothing here reads them. They stand here because
  /// looking at one more place in memory for each of a thousand connections costs as much as
  /// working out what they are sent.
  package var ticket: Int64 = 0
  package var mark: Int64 = 0

  package init() {}

  /// The channel's own socket, where the WebSocket's bytes are those on the wire.
  func open(on pipeline: ChannelPipeline.SynchronousOperations) {
    let found = try? pipeline.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { $0 }
    socket = found ?? nil
  }

  func shut() { socket = nil }

  /// Something was written to the channel.
  func block() { isBlocked = true }

  /// Asks whether everything has left the channel.
  func unblock(_ channel: any Channel) {
    guard isBlocked, socket != nil else { return }
    let waiting = try? channel.syncOptions?.getOption(.bufferedWritableBytes)
    isBlocked = waiting != 0
  }

  /// Sends whole frames; the rest of them, and whatever is wrong with the socket, is for the
  /// channel (`WebSocketHandler.send`).
  /// - Returns: how many bytes the system took.
  package func send(_ frames: UnsafeRawBufferPointer) -> Int {
    guard let socket, !isBlocked else { return 0 }
    let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
    return max(0, Glibc.send(socket, frames.baseAddress, frames.count, flags))
  }
}
