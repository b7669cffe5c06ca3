import BookingClient
import BookingDomain
import BookingProtocol
import LinePromise
import NIOCore
import NIOPosix
import ProgramStart

/// One load from its first connection to its last.
struct Load {
  private let plan: LoadPlan
  private let group: MultiThreadedEventLoopGroup
  private let session: LoginAnswer
  private var signs = Signs()
  private let timetable = SharedTimetable()

  /// - Throws: `LoginFailure`, or `Program.Failure` where nothing can be measured.
  static func run(
    _ plan: LoadPlan, email: String, password: String, until stop: StopSignals
  ) async throws -> LoadReport {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
    do {
      let opener = client(plan, group)
      // One session for all: passwords are checked slowly, on purpose.
      let session = try await opener.openSession(email: email, password: password)
      var load = Load(plan, group, session)
      let stopping = Task { [sender = load.signs.sender] in
        await stop.wait()
        sender.yield(.stopped)
      }
      let report = try await load.run()
      stopping.cancel()
      await opener.abandon()
      try await group.shutdownGracefully()
      return report
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  private init(_ plan: LoadPlan, _ group: MultiThreadedEventLoopGroup, _ session: LoginAnswer) {
    (self.plan, self.group, self.session) = (plan, group, session)
  }

  private static func client(_ plan: LoadPlan, _ group: MultiThreadedEventLoopGroup)
    -> BookingClient
  {
    BookingClient(
      servers: [plan.address], transport: plan.transport, trust: plan.trust, on: group.next())
  }

  private mutating func run() async throws -> LoadReport {
    let usage = ProcessorTime()
    let desks = (0..<LoadPlan.desks).map { _ in
      OrderDesk(Self.client(plan, group), signs: signs.sender)
    }
    let deskTasks = desks.map { desk in Task { await desk.listen() } }
    let (date, bookings) = try await openDesks(desks)
    let listening = await openWatchers(date)
    let liveWatchers = signs.live - desks.count
    var given = 0
    if !signs.isStopped {
      if plan.ordersPerSecond > 0 {
        given = await giveOrders(desks, on: bookings)
      } else {
        _ = await signs.wait(within: .seconds(plan.seconds)) { _ in false }
      }
    }
    for watcher in listening { await watcher.client.abandon() }
    var heard = Watcher.Heard()
    for watcher in listening { heard.add(await watcher.task.value) }
    for desk in desks { await desk.client.close() }
    for task in deskTasks { await task.value }
    var answers = OrderDesk.Answers()
    for desk in desks { answers.add(desk.answers) }
    return LoadReport(
      plan: plan, heard: heard, answers: answers, live: liveWatchers, level: signs.level,
      given: given, processor: usage.used)
  }

  private mutating func openDesks(_ desks: [OrderDesk]) async throws -> (LocalDate, [Booking]) {
    for desk in desks { desk.client.resume(session) }
    guard await signs.wait(until: { $0.spa != nil }), let spa = signs.spa else {
      throw Program.Failure("The server at \(plan.address) does not answer.")
    }
    let now = Timestamp(milliseconds: SteadyClock().now.milliseconds + spa.clockOffset)
    let date = plan.date ?? spa.zone.local(now).date
    for desk in desks { desk.client.watch(from: date, to: date) }
    let count = desks.count
    guard await signs.wait(until: { $0.bookings != nil && $0.live >= count }) else {
      throw Program.Failure("The server at \(plan.address) does not show \(date).")
    }
    let bookings = Array((signs.bookings ?? []).prefix(LoadPlan.mostBookings))
    guard !bookings.isEmpty || plan.ordersPerSecond == 0 else {
      throw Program.Failure(
        "There is no booking on \(date) to write notes on; --date says another day.")
    }
    return (date, bookings)
  }

  private typealias Listening = (client: BookingClient, task: Task<Watcher.Heard, Never>)

  private mutating func openWatchers(_ date: LocalDate) async -> [Listening] {
    var listening: [Listening] = []
    let desks = LoadPlan.desks
    for number in 1...plan.connections {
      let client = Self.client(plan, group)
      let watcher = Watcher(client: client, timetable: timetable)
      let sender = signs.sender
      client.watch(from: date, to: date)
      client.resume(session)
      let start = ContinuousClock.now
      listening.append(
        (client, Task { await watcher.listen(since: start, signs: sender) }))
      // Those that do not come about hold the others up no longer than this.
      guard await signs.wait(until: { $0.live - desks > number - LoadPlan.openedAtOnce }) else {
        break
      }
    }
    let opened = listening.count
    _ = await signs.wait { $0.live - desks >= opened }
    return listening
  }

  /// - Returns: how many were given; every booking has its own notes again.
  private mutating func giveOrders(_ desks: [OrderDesk], on bookings: [Booking]) async -> Int {
    var randomness = SystemRandomNumberGenerator()
    let table = Timetable(
      start: .now + .milliseconds(100), ordersPerSecond: plan.ordersPerSecond,
      orders: plan.ordersPerSecond * plan.seconds, bookings: bookings.map(\.id),
      run: String(UInt32.random(in: .min ... .max, using: &randomness), radix: 36))
    timetable.begin(table)
    let giving = Task {
      for order in 0..<table.orders {
        let due = table.due(order)
        do {
          try await Task.sleep(until: due, clock: .continuous)
        } catch {
          return order
        }
        // A booking's orders come from one desk, so that they arrive in their order.
        let booking = order % bookings.count
        desks[booking % desks.count].write(
          table.notes(of: order), on: table.booking(of: order), due: due)
      }
      return table.orders
    }
    let time = Duration.seconds(plan.seconds) + LoadPlan.patience
    _ = await signs.wait(within: time) { $0.settled >= table.orders }
    giving.cancel()
    let given = await giving.value
    timetable.end(after: given)
    let connections = plan.connections
    _ = await signs.wait { $0.settled >= given && $0.level >= connections }
    await giveBack(desks, bookings)
    return given
  }

  /// Everybody's own notes; these orders are not part of the load.
  private mutating func giveBack(_ desks: [OrderDesk], _ bookings: [Booking]) async {
    let settled = signs.settled
    for (index, booking) in bookings.enumerated() {
      desks[index % desks.count].write(booking.notes ?? "", on: booking.id)
    }
    _ = await signs.wait { $0.settled >= settled + bookings.count }
  }
}
