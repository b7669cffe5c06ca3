import BookingDomain
import NIOCore
import Testing

@testable import BookingServer

@Suite struct OpenConnectionsTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private let later = NIODeadline.uptimeNanoseconds(1_001_000_000_000)

  private func network(_ address: String) throws -> Network {
    try #require(PeerAddress(address)).network
  }

  private func connections(places: Int, perNetwork: Int = 100, idle: Int = 64) -> OpenConnections {
    OpenConnections(.init(places: places, perNetwork: perNetwork, idlePerNetwork: idle))
  }

  @Test func whoConnectsTakesThePlaceOfTheLongestIdle() {
    var open = connections(places: 3)
    for number in 1...3 {
      let verdict = open.open(number, from: nil, at: start + .milliseconds(Int64(number)))
      #expect(verdict == .admitted(leaving: nil))
    }
    open.becameBusy(1)
    let verdict = open.open(4, from: nil, at: later)
    #expect(verdict == .admitted(leaving: 2))
    #expect(open.count == 3)
  }

  @Test func whoIsAtWorkStays() {
    var open = connections(places: 2)
    for number in 1...2 {
      _ = open.open(number, from: nil, at: start)
      open.becameBusy(number)
    }
    #expect(open.open(3, from: nil, at: later) == .full)
    open.becameIdle(1, at: later)
    // Not at once: the answer may still be on its way.
    #expect(open.open(3, from: nil, at: later + .milliseconds(10)) == .full)
    #expect(open.open(3, from: nil, at: later + .seconds(1)) == .admitted(leaving: 1))
  }

  @Test func oneAddressHoldsOnlySoMany() throws {
    var open = connections(places: 100, perNetwork: 5, idle: 3)
    let there = try network("192.0.2.1")
    for number in 1...3 { _ = open.open(number, from: there, at: start) }
    // Past the idle ones its own oldest goes, though there is room.
    #expect(open.open(4, from: there, at: later) == .admitted(leaving: 1))
    for number in 2...4 { open.becameBusy(number) }
    for number in 5...6 {
      _ = open.open(number, from: there, at: later)
      open.becameBusy(number)
    }
    #expect(open.open(7, from: there, at: later) == .tooManyFromThere)
    #expect(open.open(8, from: try network("192.0.2.2"), at: later) == .admitted(leaving: nil))
    open.close(2)
    #expect(open.open(9, from: there, at: later) == .admitted(leaving: nil))
  }

  @Test func aProxysConnectionIsCountedWhereItIsFrom() throws {
    var open = connections(places: 100, perNetwork: 1)
    let there = try network("192.0.2.1")
    for number in 1...3 { _ = open.open(number, from: nil, at: start) }
    #expect([1, 2].map { open.isFrom(there, $0) } == [true, false])
    open.close(1)
    let isAdmitted = open.isFrom(there, 2)
    #expect(isAdmitted)
  }

  @Test func whoComesAndGoesForHoursLeavesNothingBehind() {
    var open = connections(places: 10)
    for number in 0..<100_000 {
      _ = open.open(number, from: nil, at: start)
      open.becameBusy(number)
      open.becameIdle(number, at: start)
      open.close(number)
    }
    #expect(open.count == 0)
  }

  @Test func socketsAreCountedByAccountAndByAddress() throws {
    var sockets = OpenSockets(.init(all: 10, perAccount: 2, perNetwork: 3))
    let there = try network("192.0.2.1")
    #expect(
      (0..<4).map { _ in sockets.open(from: there) == .admitted } == [true, true, true, false])
    #expect((0..<3).map { _ in sockets.isOf(.user(2)) } == [true, true, false])
    // A guest may have the same number.
    let guest = sockets.isOf(.customer(2))
    #expect(guest)
    sockets.close(from: there, of: .user(2))
    let again = sockets.open(from: there) == .admitted && sockets.isOf(.user(2))
    #expect(again)
  }

  /// The number that was set is that of all of them, and short questions find a place beside sockets.
  @Test(arguments: [(16, 14), (100, 88), (2_048, 1_792), (20_000, 19_744)])
  func asManyAreLetInAsWereSet(connections: Int, sockets: Int) {
    var limits = ServerConfiguration.Limits()
    limits.connections = connections
    let places = ConnectionLimits(limits, loops: 2)
    #expect(places.connections.places == connections && places.sockets.all == sockets)
  }

  @Test func filesAreKeptForTheDatabase() {
    var limits = ServerConfiguration.Limits()
    limits.openFiles = 256
    let narrow = ConnectionLimits(limits, loops: 2)
    #expect(narrow.connections.places + narrow.reserve == 256)
    #expect(narrow.sockets.all < narrow.connections.places)
  }
}
