import NIOCore
import NIOHTTP1

/// The state of one HTTP connection, without I/O: it is told what came in and what time it is, and
/// says what to do.
///
/// One request at a time; what is pipelined waits. Every wait has an end that nothing renews: a
/// request has to arrive whole within a time that begins with the connection or with the last
/// answer, and a connection on which nobody has logged in is ended at an answer after a while.
struct HTTPConnectionState {
  struct Times: Hashable, Sendable {
    /// For the first request to arrive whole, and for the body of any.
    var request = TimeAmount.seconds(20)
    /// From an answer to the next request's whole head.
    var keepAlive = TimeAmount.seconds(75)
    /// For which strangers may ask on one connection.
    var strangers = TimeAmount.minutes(5)
    /// From the client's end of the connection to our answer.
    var ended = TimeAmount.seconds(5)
    /// From our end of the connection to the client's.
    var lingering = TimeAmount.seconds(2)
    /// The same for a connection that got no place: others wait for one.
    var hurry = TimeAmount.milliseconds(100)
  }

  enum Step {
    case nothing
    /// The client waits to be told that its body is welcome (RFC 9110, 10.1.1).
    case askForBody
    case answer(HTTPRequestHead, ByteBuffer)
    /// Cannot be understood, or is too large: the connection ends with this.
    case refuse(HTTPAnswer, HTTPRequestHead?)
  }

  private enum Phase {
    case awaiting
    case receiving(HTTPRequestHead, ByteBuffer)
    case answering(isKeepAlive: Bool)
    /// Our last answer is out; what still comes is passed over.
    case ending
    /// A WebSocket now, or closed.
    case over
  }

  private let times: Times
  private let longestBody: Int
  private var phase = Phase.awaiting
  private var waiting = CircularBuffer<HTTPServerRequestPart>()
  /// What follows the requests that wait cannot be read. This answer is given after theirs.
  private var unreadable: HTTPAnswer?
  /// The client sends nothing more.
  private var hasEnded = false
  private let began: NIODeadline
  /// When the connection ends if nothing happens; nil while the server is at work.
  private(set) var deadline: NIODeadline?

  init(_ times: Times, longestBody: Int, now: NIODeadline) {
    self.times = times
    self.longestBody = longestBody
    began = now
    deadline = now + times.request
  }

  var isAnswering: Bool { if case .answering = phase { true } else { false } }
  var isEnding: Bool {
    switch phase {
    case .ending, .over: true
    case .awaiting, .receiving, .answering: false
    }
  }

  mutating func receive(_ part: HTTPServerRequestPart, at now: NIODeadline) -> Step {
    switch phase {
    case .answering:
      waiting.append(part)
      return .nothing
    case .ending, .over: return .nothing
    case .awaiting, .receiving: return take(part, at: now)
    }
  }

  /// The bytes are no request: whatever came before them is answered first.
  mutating func cannotBeRead(_ answer: HTTPAnswer) -> Step {
    switch phase {
    case .awaiting, .receiving: return refuse(answer, nil)
    case .answering:
      unreadable = answer
      return .nothing
    case .ending, .over: return .nothing
    }
  }

  /// The client has ended its half; what it asked before is still answered.
  /// - Returns: whether nothing is left to answer, so that the connection is over.
  mutating func inputEnded(at now: NIODeadline) -> Bool {
    hasEnded = true
    guard isAnswering else { return true }
    // Most clients that end their half have gone. The answer gets a limited time, so that nobody
    // can hold a connection by leaving it.
    deadline = now + times.ended
    return false
  }

  /// The answer is written.
  /// - Parameter isKnown: whether somebody has logged in here.
  /// - Returns: whether the connection goes on; to be followed by `next` then.
  mutating func answered(closes: Bool, isKnown: Bool, at now: NIODeadline) -> Bool {
    guard case .answering(let isKeepAlive) = phase, isKeepAlive, !closes,
      isKnown || now - began < times.strangers, !hasEnded || !waiting.isEmpty
    else {
      phase = .ending
      waiting.removeAll()
      deadline = now + times.lingering
      return false
    }
    phase = .awaiting
    deadline = now + times.keepAlive
    return true
  }

  /// What a request that waited asks for, until there is something to do.
  mutating func next(at now: NIODeadline) -> Step {
    while !isAnswering, let part = waiting.popFirst() {
      let step = take(part, at: now)
      if case .nothing = step { continue }
      return step
    }
    if !isAnswering, !isEnding, let answer = unreadable { return refuse(answer, nil) }
    return .nothing
  }

  /// Whether the connection would go on after this answer.
  func staysOpen(closes: Bool, isKnown: Bool, at now: NIODeadline) -> Bool {
    var later = self
    return later.answered(closes: closes, isKnown: isKnown, at: now)
  }

  /// There is no place for it, which it is being told.
  mutating func mustHurry(at now: NIODeadline) {
    if isEnding { deadline = now + times.hurry }
  }

  mutating func becameSocket() {
    phase = .over
    deadline = nil
  }

  private mutating func take(_ part: HTTPServerRequestPart, at now: NIODeadline) -> Step {
    switch (phase, part) {
    case (.awaiting, .head(let head)):
      if let refusal = RequestCheck.refusal(of: head, longestBody: longestBody) {
        return refuse(refusal, head)
      }
      phase = .receiving(head, ByteBuffer())
      // The first request's body has what its head has left.
      if deadline.map({ $0 > now + times.request }) ?? true { deadline = now + times.request }
      return head.expectsContinue ? .askForBody : .nothing
    case (.receiving(let head, var body), .body(var bytes)):
      guard body.readableBytes + bytes.readableBytes <= longestBody else {
        return refuse(RequestCheck.bodyTooLong(longestBody), head)
      }
      body.writeBuffer(&bytes)
      phase = .receiving(head, body)
      return .nothing
    case (.receiving(let head, let body), .end):
      phase = .answering(isKeepAlive: head.isKeepAlive)
      deadline = nil
      return .answer(head, body)
    case (.awaiting, _), (.receiving, .head), (.answering, _), (.ending, _), (.over, _):
      return .nothing
    }
  }

  private mutating func refuse(_ answer: HTTPAnswer, _ head: HTTPRequestHead?) -> Step {
    phase = .answering(isKeepAlive: false)
    return .refuse(answer, head)
  }
}

extension HTTPRequestHead {
  fileprivate var expectsContinue: Bool {
    version == .http1_1 && headers.first(name: "Expect")?.lowercased() == "100-continue"
  }
}
