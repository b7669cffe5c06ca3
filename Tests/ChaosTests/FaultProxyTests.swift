import BookingLab
import BookingTesting
import NIOCore
import NIOPosix
import Testing

@Suite struct FaultProxyTests {
  /// A caller through the proxy to an echo, and everything stopped afterwards.
  private func through(
    _ rules: [String], seed: UInt64 = 1, isWebSocket: Bool = true,
    _ story: (PlainCaller, EchoPeer, FaultProxy) async throws -> Void
  ) async throws {
    let peer = try await EchoPeer.start()
    let script = FaultScript(seed: seed, try rules.map { try FaultRule($0) })
    let proxy = try await FaultProxy.start(to: peer.address, script)
    do {
      let caller = try await PlainCaller(proxy.address, isWebSocket: isWebSocket)
      try await story(caller, peer, proxy)
      caller.close()
    } catch {
      await proxy.stop()
      await peer.stop()
      throw error
    }
    await proxy.stop()
    await peer.stop()
  }

  @Test func withoutRulesEverythingPassesUnchanged() async throws {
    try await through([], isWebSocket: false) { caller, _, proxy in
      caller.say("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\none")
      try await caller.hears("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none")
      // A frame may come together with the request for the upgrade.
      var opening = ByteBuffer(string: PlainCaller.upgrade)
      opening.writeImmutableBuffer(PlainCaller.frame("early"))
      caller.say(opening)
      try await caller.hears(PlainCaller.upgraded)
      try await caller.hears(PlainCaller.frame("early"))
      try await caller.hears(caller.say(types: ["A", "B"]))
      let long = PlainCaller.frame(String(repeating: "x", count: 70_000))
      caller.say(long)
      try await caller.hears(long)
      #expect(proxy.tally.value.faults.isEmpty)
      caller.close()
      try await proxy.tally.waits(for: "the end of the connection") { $0.open == 0 ? true : nil }
    }
  }

  @Test func bytesThatAreNeitherHTTPNorFramesPass() async throws {
    // TLS's first byte; the echo would answer a head, so none comes back.
    try await through(["drop client *"], isWebSocket: false) { caller, peer, proxy in
      caller.say(ByteBuffer(bytes: [22, 3, 1] + Array(repeating: 0, count: 50)))
      try await proxy.tally.waits(for: "a dropped piece") { $0.faults["drop"] }
      #expect(peer.heard.value == 0)
    }
  }

  @Test func theNthMessageOfATypeIsDropped() async throws {
    try await through(["drop client B 2"]) { caller, _, _ in
      var frames = caller.say(types: ["B", "A", "B", "B"])
      frames.remove(at: 2)
      try await caller.hears(frames)
    }
  }

  @Test func theTypeIsTheEnvelopesOwnAndDirectionCounts() async throws {
    try await through(["drop client inner", "drop server A"]) { caller, _, _ in
      let frames = caller.say(types: ["A", "B"])
      try await caller.hears(frames[1])
    }
  }

  @Test func aDelayHoldsEverythingBehindIt() async throws {
    try await through(["delay=150 client A 1"]) { caller, _, _ in
      let start = ContinuousClock.now
      try await caller.hears(caller.say(types: ["A", "B"]))
      #expect(ContinuousClock.now - start >= .milliseconds(150))
    }
  }

  @Test func aDuplicateArrivesTwiceAndOnlyMessagesHaveOne() async throws {
    try await through(["duplicate client *"], isWebSocket: false) { caller, _, _ in
      caller.say(PlainCaller.upgrade)
      try await caller.hears(PlainCaller.upgraded)
      let frame = caller.say(types: ["A"])[0]
      try await caller.hears([frame, frame])
    }
  }

  @Test func aCorruptedMessageIsNoTextAnyMore() async throws {
    try await through(["corrupt client A"]) { caller, _, _ in
      let frame = caller.say(types: ["A"])[0]
      let length = frame.readableBytes
      let spoilt = try await caller.heard.waits(for: "the frame") {
        $0.bytes.readableBytes == length ? Array($0.bytes.readableBytesView) : nil
      }
      let payload = spoilt.dropFirst(6).enumerated().map { $1 ^ UInt8($0 % 4 + 1) }
      #expect(payload.count { $0 == 0xFF } == 1)
      #expect(String(validating: payload, as: UTF8.self) == nil)
      #expect(spoilt.prefix(6) == Array(frame.readableBytesView).prefix(6))
    }
  }

  @Test func aHalfOpenConnectionSwallowsBothWays() async throws {
    try await through(["half-open client B"]) { caller, peer, proxy in
      try await caller.hears(caller.say(types: ["A"]))
      let before = peer.heard.value
      caller.say(types: ["B", "A", "A"])
      try await proxy.tally.waits(for: "the fault") { $0.faults["half-open"] }
      // Another connection shows that the peer is still there and would have answered by now.
      let other = try await PlainCaller(proxy.address, isWebSocket: true)
      try await other.hears(other.say(types: ["A"]))
      other.close()
      #expect(caller.heard.value.bytes.readableBytes == 0)
      #expect(caller.heard.value.ending == nil)
      #expect(peer.heard.value > before)
    }
  }

  @Test(arguments: [("close", PlainCaller.Ending.finished), ("reset", .reset)])
  func connectionsEndAsAsked(word: String, ending: PlainCaller.Ending) async throws {
    try await through(["\(word) client B 2"]) { caller, _, _ in
      try await caller.hears(caller.say(types: ["B"]))
      caller.say(types: ["B"])
      #expect(try await caller.ends() == ending)
    }
  }

  @Test func aConnectionCanEndRightAfterItOpened() async throws {
    try await through(["close-after server 101"], isWebSocket: false) { caller, _, _ in
      caller.say(PlainCaller.upgrade)
      try await caller.hears(PlainCaller.upgraded)
      #expect(try await caller.ends() == .finished)
    }
  }

  @Test func aStalledSenderIsNotReadUntilItsTimeIsOver() async throws {
    try await through(["stall=200 client A 1"]) { caller, _, _ in
      let first = caller.say(types: ["A"])
      try await caller.hears(first)
      let start = ContinuousClock.now
      try await caller.hears(caller.say(types: ["B"]))
      // The time began a little before the echo of the first came back.
      #expect(ContinuousClock.now - start >= .milliseconds(100))
    }
  }

  @Test func whoIsStalledForEverHasToWait() async throws {
    try await through(["stall client A"]) { caller, peer, proxy in
      try await caller.hears(caller.say(types: ["A"]))
      let before = peer.heard.value
      // More than the system's buffers take.
      caller.say(ByteBuffer(repeating: 0x81, count: 24 << 20))
      let other = try await PlainCaller(proxy.address, isWebSocket: true)
      try await other.hears(other.say(types: ["B"]))
      other.close()
      #expect(peer.heard.value - before < 1000)
      #expect(!caller.isWritable)
    }
  }

  @Test func aServerThatIsAwayResetsTheCaller() async throws {
    let peer = try await EchoPeer.start()
    let proxy = try await FaultProxy.start(to: peer.address)
    await peer.stop()
    // The reset may come while the caller is still being told that it is connected.
    let ending: PlainCaller.Ending
    do { ending = try await PlainCaller(proxy.address).ends() } catch is NIOConnectionError {
      ending = .reset
    }
    #expect(ending == .reset)
    await proxy.stop()
  }

  @Test func cuttingEndsEveryConnectionAndCalmEndsTheFaults() async throws {
    try await through(["drop client * from=2"]) { caller, _, proxy in
      await proxy.cut()
      #expect(try await caller.ends() == .reset)
      let next = try await PlainCaller(proxy.address, isWebSocket: true)
      next.say(types: ["A"])
      try await proxy.tally.waits(for: "a dropped message") { $0.faults["drop"] }
      await proxy.calm()
      try await next.hears(next.say(types: ["B"]))
      next.close()
    }
  }

  @Test(arguments: [7, 8]) func theSameSeedDoesTheSameAgain(seed: UInt64) async throws {
    func survivors(_ seed: UInt64) async throws -> Int {
      var survivors = 0
      try await through(["drop client A 50%"], seed: seed) { caller, _, _ in
        caller.say(types: Array(repeating: "A", count: 100))
        let last = caller.say(types: ["END"])[0]
        survivors = try await caller.heard.waits(for: "the last frame") { heard in
          let bytes = heard.bytes.readableBytesView
          return bytes.suffix(last.readableBytes).elementsEqual(last.readableBytesView)
            ? bytes.count : nil
        }
      }
      return survivors
    }
    let first = try await survivors(seed)
    #expect(try await survivors(seed) == first)
  }
}
