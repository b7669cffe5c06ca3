import BookingTesting
import NIOCore

/// A client, its server, and what goes wrong between them. Everything happens on one event loop.
final class ProxiedConnection {
  private enum Step {
    case send(ByteBuffer)
    case finish
    case close
    case reset
  }

  /// What one end has sent, on its way to the other.
  private struct Lane {
    var reader: WireReader
    var waiting = CircularBuffer<(due: NIODeadline, step: Step)>()
    var isStalled = false
  }

  private let number: Int
  private let loop: any EventLoop
  private let connections: ProxyConnections
  private let openedAt = NIODeadline.now()
  private var judge: FaultJudge
  private var lanes: [Sender: Lane]
  private var legs: [Sender: ProxyLeg] = [:]
  private var isHalfOpen = false
  private var isOver = false

  init(number: Int, script: FaultScript, connections: ProxyConnections, loop: any EventLoop) {
    self.number = number
    self.connections = connections
    self.loop = loop
    judge = FaultJudge(script, connection: number)
    lanes = [
      .client: Lane(reader: WireReader(sender: .client)),
      .server: Lane(reader: WireReader(sender: .server)),
    ]
  }

  // MARK: - From the legs

  func active(_ leg: ProxyLeg, _ sender: Sender) {
    guard !isOver else { return leg.closeNow() }
    legs[sender] = leg
    if sender == .client { connections.connect(self) } else { legs[.client]?.readOn() }
  }

  /// The server did not take the connection.
  func refused() { reset() }

  func mayRead(_ sender: Sender) -> Bool {
    guard !isHalfOpen else { return true }
    guard let other = legs[sender.other], let lane = lanes[sender] else { return false }
    return !lane.isStalled && lane.waiting.isEmpty && other.isWritable
  }

  func received(_ bytes: ByteBuffer, from sender: Sender) {
    guard !isHalfOpen, !isOver else { return }
    lanes[sender]?.reader.take(bytes)
    readPieces(from: sender)
  }

  /// The leg has written everything: the other may be read again.
  func drained(_ sender: Sender) { legs[sender.other]?.readOn() }

  /// This end has said that it will send no more.
  func finished(_ sender: Sender) {
    if isHalfOpen { legs[sender]?.closeNow() } else { take(.finish, from: sender) }
  }

  func gone(_ sender: Sender) {
    legs[sender] = nil
    // On a half-open connection neither end hears of the other's.
    if !isHalfOpen { take(.close, from: sender) }
    if legs.isEmpty { connections.closed(number) }
  }

  /// Both ends get a reset, whatever was under way.
  func reset() {
    isOver = true
    for leg in legs.values { leg.reset() }
  }
}

// MARK: - Pieces and faults

extension ProxiedConnection {
  private func readPieces(from sender: Sender) {
    while !isHalfOpen, !isOver, lanes[sender]?.isStalled == false,
      let piece = lanes[sender]?.reader.next()
    {
      if case .response(let status) = piece.kind { answeredUpgrade(status) }
      pass(piece, from: sender)
    }
  }

  private func answeredUpgrade(_ status: Int) {
    lanes[.client]?.reader.upgraded(status == 101)
    // What the client sent behind its request has waited for this.
    loop.assumeIsolated().execute { self.readPieces(from: .client) }
  }

  private func pass(_ piece: WirePiece, from sender: Sender) {
    let age = (NIODeadline.now() - openedAt).nanoseconds / 1_000_000
    let verdict = judge.verdict(on: piece.kind, from: sender, age: age)
    guard !connections.isCalm, let fault = verdict else {
      return take(.send(piece.bytes), from: sender)
    }
    if fault == .duplicate, !piece.isMessage { return take(.send(piece.bytes), from: sender) }
    connections.happened(fault)
    switch fault {
    case .drop: break
    case .delay(let milliseconds):
      take(.send(piece.bytes), from: sender, after: .milliseconds(milliseconds))
    case .duplicate:
      take(.send(piece.bytes), from: sender)
      take(.send(piece.bytes), from: sender)
    case .corrupt: take(.send(piece.corrupted), from: sender)
    case .halfOpen: isHalfOpen = true
    case .close: take(.close, from: sender)
    case .closeAfter:
      take(.send(piece.bytes), from: sender)
      take(.close, from: sender)
    case .reset: take(.reset, from: sender)
    case .stall(let milliseconds):
      take(.send(piece.bytes), from: sender)
      stall(sender, milliseconds)
    }
  }

  private func stall(_ sender: Sender, _ milliseconds: Int64?) {
    lanes[sender]?.isStalled = true
    guard let milliseconds else { return }
    loop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
      self.lanes[sender]?.isStalled = false
      self.readPieces(from: sender)
      self.legs[sender]?.readOn()
    }
  }
}

// MARK: - To the other end

extension ProxiedConnection {
  /// Carries a step out behind everything that waits already.
  private func take(_ step: Step, from sender: Sender, after delay: TimeAmount = .zero) {
    guard let last = lanes[sender]?.waiting.last?.due else {
      guard delay > .zero else { return carryOut(step, from: sender) }
      return wait(step, from: sender, until: .now() + delay)
    }
    wait(step, from: sender, until: max(last, .now() + delay))
  }

  private func wait(_ step: Step, from sender: Sender, until due: NIODeadline) {
    lanes[sender]?.waiting.append((due, step))
    loop.assumeIsolated().scheduleTask(deadline: due) { self.carryOutWhatIsDue(from: sender) }
  }

  private func carryOutWhatIsDue(from sender: Sender) {
    while !isHalfOpen, let next = lanes[sender]?.waiting.first, next.due <= .now() {
      lanes[sender]?.waiting.removeFirst()
      carryOut(next.step, from: sender)
    }
    legs[sender]?.readOn()
  }

  private func carryOut(_ step: Step, from sender: Sender) {
    guard !isOver else { return }
    let other = legs[sender.other]
    switch step {
    case .send(let bytes): other?.send(bytes)
    case .finish: other?.finish()
    case .close:
      isOver = true
      for leg in legs.values { leg.close() }
    case .reset: reset()
    }
  }
}

extension Sender {
  fileprivate var other: Sender { self == .client ? .server : .client }
}

extension WirePiece {
  fileprivate var isMessage: Bool { if case .message = kind { true } else { false } }
}
