import BookingClient
import BookingDomain
import BookingProtocol
import DeskSettings
import LinePromise
import Settings

/// The way to the day, step by step: each server, the session, the line. What depends on a step
/// that failed is not tried.
struct ServerCheck {
  private let configuration: Configuration

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// Longer than a person waits for a board.
  private static let patience = Duration.seconds(15)
  /// Milliseconds that a clock may be off before times on the screen look odd.
  private static let clockTolerance: Int64 = 2_000

  func findings() async -> [Finding] {
    var findings: [Finding] = []
    var addresses: [ServerAddress] = []
    for server in configuration.desk.servers {
      do throws(ServerAddress.Problem) {
        addresses.append(try ServerAddress(server))
      } catch {
        findings.append(.wrong("server", error.sentence, "server = \"https://desk.example\""))
      }
    }
    guard !addresses.isEmpty else { return findings }
    let line: BookingClient
    do throws(LoginFailure) {
      line = try BookingClient(
        servers: addresses, transport: configuration.desk.transport,
        caFile: configuration.desk.caFile)
    } catch {
      return findings + [.wrong("server", error.sentence)]
    }
    var found: [Finding] = []
    for address in addresses { found.append(await health(of: address, line)) }
    // The line goes on at the next server where one is away.
    let isReached = found.contains { $0.grade != .wrong }
    findings += isReached ? found.map(\.bearable) : found
    if isReached { findings += await session(line) }
    await line.close()
    return findings
  }

  private func health(of address: ServerAddress, _ line: BookingClient) async -> Finding {
    let start = ContinuousClock.now
    do {
      let health = try await line.health(of: address)
      let time = milliseconds(since: start)
      guard health.isDatabaseAvailable else {
        return .wrong(
          "server",
          "\(address) answers in \(time), and its database takes no orders: "
            + (health.cause ?? "it is away"),
          "the console shows the last day it saw, and goes on by itself when it is back")
      }
      guard health.status != .draining else {
        return .note("server", "\(address) is being restarted")
      }
      return .fine(
        "server", "\(address) answers in \(time), \(health.connections) connections")
    } catch let failure as QuestionFailure {
      let isNamed = failure.sentence.hasPrefix("\(address)")
      return .wrong("server", isNamed ? failure.sentence : "\(address): \(failure.sentence)")
    } catch {
      return .wrong("server", "\(address): \(error)")
    }
  }

  private func session(_ line: BookingClient) async -> [Finding] {
    guard configuration.desk.canLogIn else {
      return [
        .note(
          "session", "not tried: the console will ask who you are",
          "--user and --password-file, or user and password_file in the configuration")
      ]
    }
    do {
      let person = try await line.login(
        email: configuration.desk.user, password: try configuration.desk.password() ?? "")
      let who = "\(person.name), \(person.role.rawValue.lowercased())"
      return [.fine("session", who)] + (await day(line))
    } catch let failure as LoginFailure {
      return [.wrong("session", failure.sentence)]
    } catch let problem as SettingsProblem {
      return [.wrong("session", problem.sentence)]
    } catch {
      return [.wrong("session", "\(error)")]
    }
  }

  /// Today's board, as the console would get it.
  private func day(_ line: BookingClient) async -> [Finding] {
    let start = ContinuousClock.now
    let findings = await withTaskGroup(of: [Finding]?.self) { group in
      group.addTask { await board(line, start) }
      group.addTask {
        try? await Task.sleep(for: Self.patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
    return findings
      ?? [.wrong("line", "the day did not come within \(Self.patience.components.seconds) s")]
  }

  private func board(_ line: BookingClient, _ start: ContinuousClock.Instant) async -> [Finding]? {
    var clock: Finding?
    var count: Int?
    var state: LinkState?
    var trouble: String?
    for await event in line.events {
      switch event {
      case .welcome(let welcome):
        clock = self.clock(welcome.clockOffset)
        let now = Timestamp(milliseconds: SteadyClock().now.milliseconds + welcome.clockOffset)
        let today = welcome.zone.local(now).date
        line.watch(from: today, to: today)
      case .snapshot(let snapshot): count = snapshot.bookings.count
      case .link(.refused(let reason)), .sessionEnded(let reason):
        return [.wrong("line", reason)]
      case .link(let new):
        state = new
        if case .reconnecting(_, _, let reason) = new { trouble = reason }
      default: continue
      }
      if let state, let count, let how = way(state, trouble, count, start) {
        return [how] + [clock].compactMap { $0 }
      }
    }
    return nil
  }

  /// - Parameter trouble: what came of the WebSocket that was tried last.
  private func way(
    _ state: LinkState, _ trouble: String?, _ count: Int, _ start: ContinuousClock.Instant
  ) -> Finding? {
    let came = "today's \(count) bookings came in \(milliseconds(since: start))"
    switch state {
    case .live: return .fine("line", "WebSocket; \(came)")
    case .polling where configuration.desk.transport == .polling:
      return .fine("line", "polling, as the settings say; \(came)")
    case .polling:
      return .note(
        "line",
        "polling, since no WebSocket came about (\(trouble ?? "nothing was said")); \(came)",
        "websocket.enabled at the server, and every proxy on the way, must let them; or transport = "
          + "\"polling\" spares the finding out")
    case .connecting, .reconnecting, .stale, .incomplete, .refused: return nil
    }
  }

  private func clock(_ offset: Int64) -> Finding {
    guard abs(offset) > Self.clockTolerance else { return .fine("clock", "the same as the spa's") }
    let seconds = abs(offset) / 1000
    return .note(
      "clock", "this machine is \(seconds) s \(offset > 0 ? "behind" : "ahead of") the spa's",
      "timedatectl set-ntp true; the console counts by the spa's clock meanwhile")
  }

  private func milliseconds(since start: ContinuousClock.Instant) -> String {
    "\(Int((ContinuousClock.now - start) / .milliseconds(1))) ms"
  }
}
