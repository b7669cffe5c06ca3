import BookingDomain
import BookingProtocol
import LinePromise
import NIOCore
import NIOHTTP1

/// Logs in at the first server that answers. Belongs to its event loop.
final class Login {
  typealias Outcome = Result<Opened, LoginFailure>

  struct Opened {
    let session: LoginAnswer
    let server: Int
    /// By which this machine is recognised from now on.
    let mark: KnownDevice.Mark?
  }

  private let request: HTTPCall.Request
  private let addresses: [ServerAddress]
  private let connector: Connector
  private let promise: EventLoopPromise<Outcome>
  private var call: HTTPCall?
  /// The failure to report, of the servers tried so far: that a server is not trusted is more
  /// important than that one is away.
  private var failure: LoginFailure?

  init(
    _ request: LoginRequest, _ mark: KnownDevice.Mark?, _ addresses: [ServerAddress],
    _ connector: Connector,
    _ promise: EventLoopPromise<Outcome>
  ) {
    self.request = .login(request, mark)
    self.addresses = addresses
    self.connector = connector
    self.promise = promise
  }

  func tryServer(_ server: Int) {
    guard server < addresses.count else {
      let away = LoginFailure(.unreachable, "No server's address was given.")
      return promise.succeed(.failure(failure ?? away))
    }
    let call = HTTPCall(request, to: addresses[server]) { result in
      self.answered(result, by: server)
    }
    self.call = call
    call.start(connector)
  }

  private func answered(_ result: Result<HTTPCall.Answer, TransportFailure>, by server: Int) {
    switch result {
    case .failure(let reason):
      tryNext(
        LoginFailure(reason.isAboutTrust ? .untrusted : .unreachable, reason.sentence), server)
    case .success(let answer) where answer.status == 200:
      do throws(MessageProblem) {
        let session = try LoginCoding.decodeAnswer(answer.body.readableBytesView)
        let mark = KnownDevice.Mark(cookies: answer.headers["Set-Cookie"])
        promise.succeed(.success(Opened(session: session, server: server, mark: mark)))
      } catch {
        let sentence = "What answers at \(addresses[server]) is not a booking server."
        promise.succeed(.failure(LoginFailure(.rejected, sentence)))
      }
    case .success(let answer):
      let sentence = ErrorBody.sentence(in: answer.body)
      switch answer.status {
      case 401:
        let wrong = sentence ?? "The e-mail or the password is wrong."
        promise.succeed(.failure(LoginFailure(.wrongPassword, wrong)))
      case 500...: tryNext(LoginFailure(.unreachable, sentence ?? odd(answer, server)), server)
      default:
        promise.succeed(.failure(LoginFailure(.rejected, sentence ?? odd(answer, server))))
      }
    }
  }

  private func odd(_ answer: HTTPCall.Answer, _ server: Int) -> String {
    answer.speaksTLS(at: addresses[server])
      ?? "\(addresses[server]) answered \(answer.status); is it a booking server?"
  }

  private func tryNext(_ failure: LoginFailure, _ server: Int) {
    if self.failure?.code != .untrusted { self.failure = failure }
    tryServer(server + 1)
  }
}
