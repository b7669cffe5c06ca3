import BookingTesting
import Foundation
import Glibc
import Testing

@testable import BookingServer

/// The real program with few open files, and strangers who take all they can get.
@Suite struct OpenFilesTests {
  /// Connections that never say a word.
  private final class Silent {
    private var sockets: [Int32] = []

    init(_ count: Int, port: Int) throws {
      for _ in 0..<count { sockets.append(try LoopbackSocket.connect(to: port)) }
    }

    deinit { for socket in sockets { close(socket) } }

    /// How many were told that there is no place for them.
    var turnedAway: Int {
      sockets.count { socket in
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = recv(socket, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return count > 0 && String(decoding: bytes[..<count], as: UTF8.self).contains(" 503 ")
      }
    }
  }

  @Test func fourHundredSilentConnectionsKeepNobodyOut() async throws {
    let database = try TestRun.privateDirectory("files") + "/spa.db"
    let server = try RunningProgram(
      "/usr/bin/prlimit",
      [
        "--nofile=256:256", "--", try BuiltProgram.server.path, "serve", "--create", "--database",
        "sqlite:\(database)", "--listen", "127.0.0.1:0",
      ])
    do {
      let line = try await server.line("ready line") { $0.contains("listening on") }
      let port = try #require(line.split(separator: ":").last.flatMap { Int($0) })
      let silent = try Silent(400, port: port)
      for _ in 0..<20 {
        let health = try await WireAnswer.of(
          "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port)
        #expect(health.status == 200, "\(health)")
      }
      #expect(silent.turnedAway > 100)
      #expect(server.record.value.ending == nil)
      let warnings = server.record.value.errors.split(separator: "\n").filter {
        $0.contains(" warning ")
      }
      #expect(warnings.count { $0.contains("LimitNOFILE") || $0.contains("open_files") } == 1)
      // A handful of requests and 400 connections: whoever spins takes seconds.
      #expect(try Self.processorSeconds(of: server.pid) < 2)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func tooFewFilesAreSaidAtTheStart() async throws {
    let database = try TestRun.privateDirectory("files") + "/spa.db"
    let server = try await RunningProgram.run(
      "/usr/bin/prlimit",
      [
        "--nofile=64:64", "--", try BuiltProgram.server.path, "serve", "--create", "--database",
        "sqlite:\(database)", "--listen", "127.0.0.1:0",
      ])
    #expect(server.ending != .exited(0) && server.errors.contains("ulimit -n"))
  }

  private static func processorSeconds(of pid: pid_t) throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    // User and system time are the 14th and 15th field; the name before may hold blanks.
    let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    let ticks = [fields[12], fields[13]].compactMap { Double($0) }.reduce(0, +)
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
