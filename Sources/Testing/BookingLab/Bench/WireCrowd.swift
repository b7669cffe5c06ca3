import BookingTesting
import CEpoll
import Foundation
import Glibc

/// Plain TCP connections of one thread that speak WebSocket as far as a load needs: a handshake, one
/// message, and then nothing but looking for a mark in what comes.
final class WireCrowd {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How long anything may take before the bench gives up.
  private static let patience = 60.0

  private let epoll: Int32
  private var sockets: [Int32] = []
  /// Bytes that may be the beginning of a mark cut in two, by socket.
  private var tails: [[UInt8]] = []
  private(set) var bytesReceived = 0
  private var buffer = [UInt8](repeating: 0, count: 262_144)

  init() { epoll = epoll_create1(0) }

  deinit {
    for socket in sockets { close(socket) }
    close(epoll)
  }

  var count: Int { sockets.count }

  /// - Parameters:
  ///   - request: the opening handshake.
  ///   - message: sent once it is answered; nil for none.
  func connect(_ number: Int, port: Int, request: String, message: String?) throws {
    for _ in 0..<number {
      let socket = try LoopbackSocket.connect(to: port)
      try WireSocketCalls.shakeHands(socket, request)
      if let message { try WireSocketCalls.send(socket, WireSocketCalls.frame(message)) }
      WireSocketCalls.unblock(socket)
      var event = epoll_event(
        events: UInt32(EPOLLIN.rawValue), data: epoll_data(u64: UInt64(sockets.count)))
      epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event)
      sockets.append(socket)
      tails.append([])
    }
  }

  func send(_ message: String, from index: Int) throws {
    try WireSocketCalls.send(sockets[index], WireSocketCalls.frame(message))
  }

  /// Returns when every connection has received these bytes.
  func awaitAll(_ mark: String) throws {
    let mark = Array(mark.utf8)
    var missing = sockets.count
    var hasIt = [Bool](repeating: false, count: sockets.count)
    var events = [epoll_event](repeating: epoll_event(), count: 512)
    let deadline = WireSocketCalls.now() + Self.patience
    while missing > 0 {
      guard WireSocketCalls.now() < deadline else {
        throw Failure(description: "\(missing) of \(sockets.count) connections heard nothing")
      }
      let ready = epoll_wait(epoll, &events, 512, 1_000)
      for event in events.prefix(Int(max(0, ready))) {
        let index = Int(event.data.u64)
        if try receives(mark, at: index), !hasIt[index] {
          hasIt[index] = true
          missing -= 1
        }
      }
    }
  }

  private func receives(_ mark: [UInt8], at index: Int) throws -> Bool {
    let tail = tails[index]
    for (place, byte) in tail.enumerated() { buffer[place] = byte }
    let room = buffer.count - tail.count
    let count = buffer.withUnsafeMutableBytes { bytes in
      recv(sockets[index], bytes.baseAddress?.advanced(by: tail.count), room, 0)
    }
    guard count != 0 else { throw Failure(description: "the server closed a connection") }
    guard count > 0 else { return false }
    bytesReceived += count
    let length = tail.count + count
    let isThere = frontdesk_contains(buffer, length, mark, mark.count)
    tails[index] = isThere ? [] : Array(buffer[max(0, length - mark.count + 1)..<length])
    return isThere
  }
}

/// The system's calls, blocking, with their errors said.
enum WireSocketCalls {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func shakeHands(_ descriptor: Int32, _ request: String) throws {
    try send(descriptor, Array(request.utf8))
    let head = try receive(descriptor)
    guard head.hasPrefix("HTTP/1.1 101") else {
      throw WireCrowd.Failure(description: "no WebSocket: \(head.prefix(300))")
    }
  }

  /// Whatever comes next.
  static func receive(_ descriptor: Int32) throws -> String {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { throw WireCrowd.Failure(description: "the server said nothing") }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  static func send(_ descriptor: Int32, _ bytes: [UInt8]) throws {
    guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw WireCrowd.Failure(description: "not sent: \(errno)")
    }
  }

  static func unblock(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// A client's text frame, masked with zeros: RFC 6455 asks for a mask, and a load for no secrets.
  static func frame(_ text: String) -> [UInt8] {
    let payload = Array(text.utf8)
    let length: [UInt8] =
      payload.count < 126
      ? [0x80 | UInt8(payload.count)]
      : [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
    return [0x81] + length + [0, 0, 0, 0] + payload
  }
}
