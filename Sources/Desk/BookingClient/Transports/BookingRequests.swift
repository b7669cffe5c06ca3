import BookingDomain
import BookingProtocol
import NIOCore
import NIOHTTP1

/// The protocol's HTTP requests and what their answers mean.
extension HTTPCall.Request {
  /// Who asks for it wants to know soon.
  static let health = Self(path: "/health", patience: .seconds(5))

  static func login(_ request: LoginRequest, _ mark: KnownDevice.Mark?) -> Self {
    Self(
      method: .POST, path: "/api/login", cookie: mark?.cookie, body: LoginCoding.encode(request))
  }

  /// Nobody waits long for the answer: the session ends by itself too.
  static func logout(_ session: ClientSession) -> Self {
    Self(
      method: .POST, path: "/api/logout", token: session.token, body: Array("{}".utf8),
      patience: .seconds(2))
  }

  /// - Parameter wait: seconds that the server may hold it without news.
  static func events(
    _ wanted: ClientMessage.Subscription, _ session: ClientSession, wait: Int
  ) -> Self {
    var path = "/api/events?wait=\(wait)"
    if let from = wanted.from { path += "&from=\(from)" }
    if let to = wanted.to { path += "&to=\(to)" }
    if let after = wanted.after { path += "&after=\(after.epoch.queryEncoded):\(after.seq)" }
    return Self(path: path, token: session.token, patience: .milliseconds(Polling.patience))
  }

  static func command(_ command: Command, _ session: ClientSession, now: Timestamp) -> Self {
    let envelope = ClientEnvelope(.command(command), id: command.id.text)
    return Self(
      method: .POST, path: "/api/commands", token: session.token,
      body: ClientCoding.encode(envelope, timestamp: now))
  }
}

extension LineRules.HTTPOutcome {
  init(_ result: Result<HTTPCall.Answer, TransportFailure>) {
    switch result {
    case .failure(let failure):
      self =
        failure.isAboutTrust
        ? .distrusted(sentence: failure.sentence) : .failed(sentence: failure.sentence)
    case .success(let answer) where answer.status == 200:
      do throws(MessageProblem) {
        self = .answered(try ServerCoding.decodeArray(answer.body.readableBytesView))
      } catch {
        self = .unreadable(detail: error.detail)
      }
    case .success(let answer):
      let sentence = ErrorBody.sentence(in: answer.body) ?? "the server answered \(answer.status)"
      self = .refused(status: answer.status, sentence: sentence)
    }
  }
}

extension MessageProblem {
  fileprivate var detail: String {
    switch self {
    case .malformed(let detail): detail
    case .unknownType(let type): "unknown type \(type.prefix(40))"
    }
  }
}

extension String {
  /// RFC 3986, 3.4: everything but unreserved characters percent-encoded.
  var queryEncoded: String {
    utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
