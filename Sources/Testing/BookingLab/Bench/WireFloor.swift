import BookingTesting
import Foundation
import Glibc

/// The least that telling many can cost on this machine: a program that writes the same bytes to
/// every connection, and does nothing else. Each end in a process of its own: the system counts open
/// files by process.
package struct WireFloor: Sendable {
  private static let ready = "port "

  let port: Int
  let process: WeighedProcess
  private let program: RunningProgram

  init(_ boards: Int) async throws {
    let ourselves = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = try RunningProgram(
      ourselves, ["floor", "--boards", String(boards)], isOurs: true)
    let line = try await program.line("the floor's port") { $0.hasPrefix(Self.ready) }
    port = Int(line.dropFirst(Self.ready.count)) ?? 0
    process = WeighedProcess(pid: program.pid)
    self.program = program
  }

  /// - Parameter bytes: of the frame that all are written, the mark at its beginning.
  func tell(_ mark: String, bytes: Int) { program.write("\(mark) \(bytes)\n") }

  func end() async { await program.stop() }

  // MARK: - The program

  /// Accepts so many, answering whatever they ask with the head of a WebSocket's answer, and then
  /// writes a frame to all at every line of its input, until that ends.
  package static func serve(_ boards: Int) throws {
    let (listener, port) = try LoopbackSocket.bind()
    guard listen(listener, 4_096) == 0 else { throw SystemFailure("listen") }
    FileHandle.standardOutput.write(Data("\(ready)\(port)\n".utf8))
    let sockets = accepted(boards, on: listener)
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 2, let bytes = Int(words[1]) else { continue }
      let mark = Array(words[0].utf8)
      let frame = mark + [UInt8](repeating: UInt8(ascii: "x"), count: max(0, bytes - mark.count))
      for one in sockets { _ = send(one, frame, frame.count, Int32(MSG_NOSIGNAL)) }
    }
  }

  private static func accepted(_ boards: Int, on listener: Int32) -> [Int32] {
    var sockets: [Int32] = []
    var request = [UInt8](repeating: 0, count: 4_096)
    let answer = Array("HTTP/1.1 101 Switching Protocols\r\n\r\n".utf8)
    while sockets.count < boards {
      let one = accept(listener, nil, nil)
      guard one >= 0 else { break }
      var isOn: Int32 = 1
      setsockopt(one, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, 4)
      _ = recv(one, &request, request.count, 0)
      _ = send(one, answer, answer.count, Int32(MSG_NOSIGNAL))
      sockets.append(one)
    }
    return sockets
  }
}
