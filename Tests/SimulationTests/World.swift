import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import NIOCore

/// Clients, network, server and database of one seed. Everything that happens is drawn from the
/// seed, one thing after the other, in a time that costs nothing.
///
/// Unchecked: one task drives it and awaits everything in it, one thing after the other.
final class World: @unchecked Sendable {
  let seed: UInt64
  var randomness: SeededRandomness
  private(set) var now = SimulatedSpa.start
  private var agenda = TimeHeap()
  private var numbers = 0

  private(set) var store = SimulatedStore(SimulatedSpa.books())
  let orders = SimulatedOrders()
  private(set) lazy var network = SimulatedNetwork(world: self)
  private(set) lazy var bugs = PlantedBugs(planted, self)
  private let planted: PlantedBug?
  private(set) var server: SimulatedServer?
  private(set) var clients: [SimulatedClient] = []

  /// How far the server's clock is off.
  var skew: Int64 = 0
  var restores = 0
  /// Whether the server tells how its boards look. Where it does not, what goes wrong stays wrong
  /// and shows in the end.
  let verifies: Bool
  /// Who was given the last picture at hand while the database was away.
  var servedOld: Set<PersonID> = []
  /// Time off that the order under way does not see.
  var awayUnseen: [TimeOffID: TimeOff] = [:]
  /// The same of when somebody works.
  var shiftsUnseen: [UserID: WorkingHours] = [:]
  /// How often something is written between two reads of one question.
  private let bustle: Double
  private var isBetween = false
  private(set) var isQuiet = false

  private let tells: Bool
  private(set) var story: [String] = []
  private(set) var problem: String?

  init(seed: UInt64, bug: PlantedBug? = nil, tells: Bool = false) {
    self.seed = seed
    planted = bug
    self.tells = tells
    randomness = SeededRandomness(seed: seed)
    verifies = Bool.random(using: &randomness)
    bustle = [0.1, 0.3, 0.7][Int.random(in: 0..<3, using: &randomness)]
  }

  /// Lives through the whole seed.
  /// - Returns: what went wrong; nil where nothing did.
  func run() async -> String? {
    store = SimulatedStore(
      SimulatedSpa.books(),
      committed: { [unowned self] in
        orders.committed($0, $1, $2, store.books.bookings)
        checkNobodyIsOff($0, $1)
        checkTheyAreAtWork($0, $1)
      },
      meanwhile: { [unowned self] in await meanwhile() })
    await startServer()
    makeClients()
    Plan(world: self).make()
    tick()
    at(SimulatedSpa.start + Plan.trouble) { [unowned self] in calm() }
    while problem == nil, let next = agenda.popFirst() {
      now = max(now, next.time)
      await next.work()
      if numbers > 50_000 { fail("the world does not come to rest") }
    }
    // What is left holds on to this world.
    agenda = TimeHeap()
    network.links = []
    return problem
  }

  /// Nobody is booked with somebody who is off, whatever else goes wrong.
  private func checkNobodyIsOff(_ command: Command, _ result: CommandAnswer.Result) {
    guard case .accepted = result, case .book(let wanted) = command.order else { return }
    let away = store.books.timesOff.merging(awayUnseen) { now, _ in now }.values
    for one in wanted {
      if away.contains(where: { $0.isOf(one.therapist) && $0.days.contains(one.date) }) {
        fail("therapist \(one.therapist) was booked on \(one.date), a day off")
      }
    }
  }

  /// Nor outside somebody's hours, unless a manager has said why.
  private func checkTheyAreAtWork(_ command: Command, _ result: CommandAnswer.Result) {
    guard case .accepted = result, case .book(let wanted) = command.order else { return }
    var spa = store.books.spa
    spa.shifts.merge(shiftsUnseen) { now, _ in now }
    for one in wanted where one.overrideReason == nil {
      let length = one.duration ?? spa.services.first { $0.id == one.service }?.duration ?? 0
      let isOpen = spa.openings(on: one.date, of: one.therapist).contains {
        $0.start <= one.time && one.time + length <= $0.end
      }
      if !isOpen { fail("therapist \(one.therapist) was booked at \(one.time), not at work") }
    }
  }

  private func makeClients() {
    let count = 2 + chance(3)
    let people = SimulatedSpa.people.shuffled(using: &randomness).prefix(count)
    for (index, person) in people.enumerated() {
      clients.append(SimulatedClient(index: index + 1, person: person, world: self))
    }
    for client in clients { client.start() }
  }

  // MARK: - Chance and time

  func chance(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &randomness) }
  func random(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &randomness)
  }
  func flip(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &randomness) < probability
  }
  func number() -> Int {
    numbers += 1
    return numbers
  }

  func at(_ time: Int64, _ work: @escaping TimeHeap.Work) {
    _ = number()
    agenda.add(at: max(time, now), work)
  }
  func after(_ milliseconds: Int64, _ work: @escaping TimeHeap.Work) {
    at(now + milliseconds, work)
  }

  var serverTime: Timestamp { Timestamp(milliseconds: now + skew) }
  /// The server's steady clock.
  var deadline: NIODeadline {
    .uptimeNanoseconds(UInt64(now - SimulatedSpa.start + 3_600_000) * 1_000_000)
  }

  private func tick() {
    after(2_500) { [unowned self] in
      await server?.tick()
      await server?.pump()
      tick()
    }
  }

  // MARK: - Server and database

  func startServer() async {
    guard server == nil else { return }
    bugs.serverStarts()
    guard let started = try? await SimulatedServer.start(self) else {
      return after(500) { [unowned self] in await startServer() }
    }
    server = started
    tell { "the server starts at \(self.store.books.position.seq)" }
  }

  func stopServer(_ how: String, _ stop: (SimulatedServer) -> Void) {
    guard let stopping = server else { return }
    tell { "the server \(how)" }
    server = nil
    stop(stopping)
    after(isQuiet ? 100 : random(50...6_000)) { [unowned self] in await startServer() }
  }

  /// Whether the server died in the middle of an order.
  func killIfStruck() -> Bool {
    guard store.takeKilled() else { return false }
    stopServer("dies around a commit") { $0.kill() }
    return true
  }

  func openSession(_ token: String, _ person: Person) {
    store.commit { books in
      books.sessions[token] = StoredSession(
        tokenHash: token, person: person,
        expiry: Timestamp(milliseconds: self.now + 10 * 86_400_000))
    }
  }

  /// What falls between two reads of the database.
  func meanwhile() async {
    guard !isBetween, !isQuiet, flip(bustle) else { return }
    isBetween = true
    repeat {
      Plan(world: self).writeForeign()
      if flip(0.5) { await server?.pump() }
    } while flip(0.4)
    isBetween = false
  }

  func foreign(_ write: SimulatedBooks.ForeignWrite) {
    tell { "another program writes \(write.line)" }
    store.commit { $0.apply(write, at: self.serverTime) }
    // Reading what was written between two reads would make the next: seldom enough to end.
    if !isBetween || flip(0.15) { pumpSoon() }
  }

  func pumpSoon() {
    after(random(0...20)) { [unowned self] in await server?.pump() }
  }

  // MARK: - The end

  /// Nothing goes wrong any more; in a while, everything has to be right.
  private func calm() {
    tell { "all is calm" }
    isQuiet = true
    network.calm()
    store.isAway = false
    store.strikeNext(nil)
    // A lost event shows with the next one: so there is a next one for everybody.
    after(45_000) { [unowned self] in
      for (index, therapist) in SimulatedSpa.therapists.enumerated() {
        for day in 0...1 {
          foreign(
            .insert(
              SimulatedSpa.booking(
                Int64(90 + 2 * index + day), therapist: therapist, on: SimulatedSpa.today + day)))
        }
      }
      after(5_000) { [unowned self] in settle(tries: 20) }
    }
  }

  private func settle(tries: Int) {
    let problems =
      orders.problems(inTheEnd: true) + clients.compactMap { $0.problem(store.books) }
    if problems.isEmpty {
      agenda = TimeHeap()
    } else if tries > 0 {
      after(4_000) { [unowned self] in settle(tries: tries - 1) }
    } else {
      fail(problems.joined(separator: "\n"))
    }
  }

  func fail(_ sentence: String) {
    tell { "WRONG: \(sentence)" }
    problem = problem ?? sentence
  }

  func tell(_ line: () -> String) {
    guard tells else { return }
    let seconds = Double(now - SimulatedSpa.start) / 1_000
    story.append("\(seconds)s \(line())")
  }
}

extension SimulatedBooks.ForeignWrite {
  var line: String {
    switch self {
    case .insert(let booking): "booking \(booking.line)"
    default: "\(self)"
    }
  }
}
