import BookingDomain

/// Everything that can be set about a server, with its defaults. The program fills it from file,
/// environment and flags; nothing else reads any of these.
package struct ServerConfiguration: Hashable, Sendable {
  package var host = "127.0.0.1"
  /// 0 picks a free one.
  package var port = 8080
  package var zone = SpaZone.utc
  package var tls: Certificate?
  /// Other origins (`https://shop.example`) whose pages may connect. The server's own host always
  /// may, and so may programs that send no Origin.
  package var allowedOrigins: Set<String> = []
  package var web = Web()
  /// What whoever reads `/metrics` from elsewhere has to show; nil where only this machine may.
  package var metricsToken: String?
  package var sessions = SessionTimes()
  package var limits = Limits()
  /// What the spa's rules leave to the spa: what a late cancellation is and costs.
  package var policy = Decision.Policy()
  /// How long a drain may take until the last socket is closed.
  package var drainTime: Duration = .seconds(5)

  package init() {}

  /// How the server stands in the web.
  package struct Web: Hashable, Sendable {
    /// Where people find it, where that is not where it listens: behind a proxy.
    package var publicURL: PublicURL?
    /// Proxies that are believed when they say for whom they ask.
    package var trustedProxies: [AddressRange] = []
    /// Whether these begin their connections with the PROXY protocol.
    package var hasProxyProtocol = false
    /// From an answer to the next request on the same connection. Longer than a balancer keeps its
    /// own (nginx 60 s, others too), so that it is never the server that closes first.
    package var keepAlive: Duration = .seconds(75)
    /// False leaves polling alone.
    package var isWebSocketEnabled = true

    package init() {}
  }

  package struct Certificate: Hashable, Sendable {
    package let certificateFile: String
    package let keyFile: String

    package init(certificateFile: String, keyFile: String) {
      (self.certificateFile, self.keyFile) = (certificateFile, keyFile)
    }
  }

  package struct SessionTimes: Hashable, Sendable {
    /// A session ends when nobody used it for this long: one working day and a bit.
    package var lifetime: Minutes = 720
    /// The person is told this long before it ends.
    package var warning: Minutes = 5
    /// Between two looks for sessions that were revoked elsewhere. Their sockets close within a
    /// second, so half of it.
    package var revocationCheck: Duration = .milliseconds(500)

    package init() {}
  }

  package struct Limits: Hashable, Sendable {
    /// Of whatever kind; past this nobody new is let in: each holds a file descriptor and some 10 KB.
    package var connections = 20_000
    /// From one address, IPv6 by its /64. This machine is not counted, nor are trusted proxies.
    package var connectionsPerAddress = 1_000
    /// Sockets of one account: a desk has one a screen.
    package var socketsPerAccount = 100
    /// Files that the system lets the process have open; a connection is one.
    package var openFiles = 1_048_576
    /// A message or request body in bytes; the longest sensible one has 2 KB.
    package var message = 65_536
    /// A client that shows no session within this is closed.
    package var authentication: Duration = .seconds(5)
    /// Between WebSocket pings; three of them without a byte received is death.
    package var heartbeat: Duration = .seconds(15)
    /// Between two looks at those whose heartbeat is due: fine enough to spread them.
    var tick: Duration { min(.seconds(1), heartbeat / 2) }
    /// A round is a little shorter than a heartbeat: a client that hears nothing for one asks.
    var ticksPerHeartbeat: Int { max(1, Int(heartbeat / tick * 0.9)) }
    /// From our close frame until the connection ends without the other's (RFC 6455, 7.1.1).
    package var closing: Duration = .seconds(3)
    /// Messages at once, and per second on average, from one connection. A person presses a few
    /// keys a second; a console that catches up after an outage sends its waiting ones at once.
    package var messageBurst = 200.0
    package var messagesPerSecond = 50.0
    /// Days of the spa that are read for a guest at once, and per second: pages of a calendar.
    package var guestDays = 60.0
    package var guestDaysPerSecond = 5.0
    /// Orders of a guest at once, and per second: nobody cancels more of their own bookings, and each
    /// is a write to the disk.
    package var guestOrders = 20.0
    package var guestOrdersPerSecond = 0.5
    /// Waiting bytes of one connection from which a booking's older news gives way to its newer.
    package var coalesceAboveBytes = 262_144
    /// Waiting bytes of one connection from which it is closed, to resume when it can read again.
    package var closeAboveBytes = 1_048_576
    /// Days of one subscription: a month with its edges. More would be a report, not a board.
    package var days = 42
    /// Missed events that are replayed one by one; from here on a snapshot is cheaper.
    package var replay = 2_000
    /// Schedules and availabilities that one connection has standing; the oldest gives way.
    package var standingQuestions = 16

    package init() {}
  }
}
