import BookingDomain
import BookingProtocol
import BookingStore
import Logging
import NIOCore

/// What a server can do for whoever is connected, over whichever transport: the parts behind the
/// endpoints, made once.
final class ServerParts: Sendable {
  let configuration: ServerConfiguration
  let live: LiveConfiguration
  let clock: Clock
  let store: any BookingStore
  let sessions: Sessions
  let commands: CommandAnswerer
  let catchUps: CatchUpAnswerer
  let digests: DigestAnswerer
  let dayAnswers: DayAnswerer
  let questions: StandingQuestions
  /// What takes reading or working out, and what is written.
  let questionTurns: FairTurns
  let orderTurns: FairTurns
  let messageRates: MessageRates
  let announcements: Announcements
  let database: DatabaseState
  let end: LogEnd
  let hub: Hub
  let doors: Doorkeeper
  let metrics: Metrics
  let errands = Errands()
  /// Nil where nobody keeps a house here.
  let houseKeeping: HouseKeeping?
  let log: Logger

  var limits: ServerConfiguration.Limits { configuration.limits }

  func envelope(_ message: ServerMessage, id: String? = nil) -> ServerEnvelope {
    ServerEnvelope(message, id: id, timestamp: clock.now())
  }

  /// - Parameter connection: 0 for who polls.
  func welcome(connection: Int64) -> ServerMessage.Welcome {
    ServerMessage.Welcome(
      protocolVersion: ProtocolVersion.current, connection: connection, serverTime: clock.now(),
      zone: configuration.zone,
      heartbeat: Int(TimeAmount(limits.heartbeat).nanoseconds / 1_000_000), position: end.current,
      reconnectSlot: ReconnectSlots.milliseconds(connection: connection, of: hub.sockets),
      policy: configuration.policy)
  }

  init(
    _ configuration: ServerConfiguration, store: any BookingStore, clock: Clock, log: Logger,
    group: any EventLoopGroup, position: LogPosition, houseKeeping: HouseKeeping? = nil
  ) {
    let metrics = Metrics()
    let zone = configuration.zone
    let rules = SessionRules(
      lifetime: configuration.sessions.lifetime, warning: configuration.sessions.warning)
    self.configuration = configuration
    live = LiveConfiguration(configuration)
    self.clock = clock
    self.store = store
    self.metrics = metrics
    self.log = log
    self.houseKeeping = houseKeeping
    database = DatabaseState(log: log)
    end = LogEnd(position)
    let days = Days(
      store: store, clock: clock, zone: zone, mostDays: configuration.limits.days,
      database: database)
    sessions = Sessions(store: store, rules: rules, clock: clock, metrics: metrics)
    commands = CommandAnswerer(
      store: store, database: database, zone: zone, policy: configuration.policy, clock: clock,
      metrics: metrics, underWay: OrdersUnderWay(), log: log)
    catchUps = CatchUpAnswerer(
      store: store, days: days, pictures: Pictures(clock: clock), end: end, database: database,
      zone: zone, clock: clock, limits: configuration.limits)
    digests = DigestAnswerer(days: days, end: end, database: database, clock: clock)
    dayAnswers = DayAnswerer(days: days, end: end, zone: zone, clock: clock)
    questions = StandingQuestions(
      answerer: dayAnswers, atMost: configuration.limits.standingQuestions)
    questionTurns = FairTurns(
      guests: .guestsQuestions(configuration.limits), staff: .staffsQuestions, on: group.next())
    orderTurns = FairTurns(
      guests: .guestsOrders(configuration.limits), staff: .staffsOrders, on: group.next())
    messageRates = MessageRates(configuration.limits)
    announcements = Announcements()
    hub = Hub(
      group: group, at: position, ticksPerHeartbeat: configuration.limits.ticksPerHeartbeat)
    doors = Doorkeeper(
      ConnectionLimits(configuration.limits, loops: group.makeIterator().map { _ in 1 }.count))
  }
}
