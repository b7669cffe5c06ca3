import BookingDomain
import BookingStore
import NIOCore

/// Everything that is counted, as Prometheus reads it.
struct MetricsPage {
  private(set) var page = Exposition()

  var text: String { page.text }

  init(_ parts: ServerParts) async {
    let tally = await parts.hub.tally()
    people(parts, tally)
    news(parts, tally)
    database(parts, await parts.store.strain())
    counted(parts.metrics.snapshot)
  }

  private mutating func people(_ parts: ServerParts, _ tally: SocketTally) {
    page.family("frontdesk_connections", .gauge, "Open connections, by kind.")
    let sockets = parts.hub.sockets
    page.sample("frontdesk_connections", [("kind", "websocket")], Double(sockets))
    page.sample(
      "frontdesk_connections", [("kind", "http")], Double(max(0, parts.doors.connections - sockets))
    )
    page.gauge(
      "frontdesk_connections_limit", "Connections that there are places for.",
      Double(parts.doors.places))
    page.family("frontdesk_sockets", .gauge, "Open WebSockets, by role.")
    for (role, count) in tally.roles.sorted(by: { $0.key < $1.key }) {
      page.sample("frontdesk_sockets", [("role", role)], Double(count))
    }
    page.gauge(
      "frontdesk_polls_waiting", "Long polls that wait for news.",
      Double(parts.announcements.waitingCount))
    page.gauge(
      "frontdesk_draining", "1 while the server is on its way out.", parts.hub.isDraining ? 1 : 0)
  }

  private mutating func news(_ parts: ServerParts, _ tally: SocketTally) {
    page.counter(
      "frontdesk_deliveries_total", "Events handed to WebSockets.", Double(tally.deliveries))
    page.gauge(
      "frontdesk_queue_bytes", "Bytes that wait for clients to read.", Double(tally.queuedBytes))
    page.gauge(
      "frontdesk_slow_readers", "Clients for whom something waits.", Double(tally.slowReaders))
    page.gauge(
      "frontdesk_readers_acknowledging", "Clients that say how far they have come.",
      Double(tally.behind.count))
    page.gauge(
      "frontdesk_reader_furthest_behind",
      "Log positions between what the slowest was sent and took.",
      Double(tally.behind.max() ?? 0))
    page.gauge(
      "frontdesk_log_position", "The newest entry of the event log that was told.",
      Double(parts.end.current.seq))
  }

  private mutating func database(_ parts: ServerParts, _ strain: StoreStrain) {
    page.gauge(
      "frontdesk_database_up", "1 while the database answers and takes orders.",
      parts.database.isAvailable && parts.store.obstacle() == nil ? 1 : 0)
    let waiting = parts.commands.underWay.waiting()
    page.gauge(
      "frontdesk_orders_waiting", "Orders that the database has not answered yet.",
      Double(waiting.count))
    page.gauge(
      "frontdesk_order_longest_waiting_seconds", "How long the oldest of them waits.",
      waiting.seconds)
    way(strain)
  }

  private mutating func way(_ strain: StoreStrain) {
    page.family("frontdesk_database_connections", .gauge, "Connections to the database, by use.")
    page.sample("frontdesk_database_connections", [("use", "busy")], Double(strain.busy))
    page.sample(
      "frontdesk_database_connections", [("use", "idle")],
      Double(strain.connections - strain.busy))
    page.gauge(
      "frontdesk_database_connection_waiters", "Who waits for a connection to be free.",
      Double(strain.waiting))
    if let outbox = strain.outbox {
      page.gauge(
        "frontdesk_outbox_entries", "What other programs committed and the log does not have yet.",
        Double(outbox))
    }
    if let age = strain.outboxAge {
      page.gauge(
        "frontdesk_outbox_age_seconds", "How long the oldest of that waits.", Double(age) / 1000)
    }
  }

  private mutating func counted(_ snapshot: Metrics.Snapshot) {
    for count in Metrics.Count.allCases {
      page.family(count.rawValue, .counter, count.help)
      let series = snapshot.counts[count] ?? (count.label == nil ? ["": 0] : [:])
      for (value, number) in series.sorted(by: { $0.key < $1.key }) {
        page.sample(count.rawValue, count.label.map { [($0, value)] } ?? [], Double(number))
      }
    }
    for gauge in Metrics.Gauge.allCases {
      guard let number = snapshot.gauges[gauge] else { continue }
      page.gauge(gauge.rawValue, gauge.help, Double(number))
    }
    for timing in Metrics.Timing.allCases {
      page.family(timing.rawValue, .histogram, timing.help)
      let series = snapshot.timings[timing] ?? (timing.label == nil ? ["": .init()] : [:])
      for (value, histogram) in series.sorted(by: { $0.key < $1.key }) {
        page.histogram(timing.rawValue, timing.label.map { [($0, value)] } ?? [], histogram)
      }
    }
  }
}
