import BookingDomain
import LinePromise

/// Carries out what a model wants of the server; answers come back as messages.
package struct LineEffects: Sendable {
  private let line: any BookingLine
  private let post: AsyncStream<Message>.Continuation

  package init(line: any BookingLine, post: AsyncStream<Message>.Continuation) {
    (self.line, self.post) = (line, post)
  }

  /// Logs in with what the program was started with.
  package func login(
    as email: String, with password: () throws(ConsoleProblem) -> String
  ) {
    do throws(ConsoleProblem) {
      login(email, try password())
    } catch {
      post.yield(.loginFailed(LoginFailure(.rejected, error.sentence)))
    }
  }

  /// Brings in what the line says, until it is cancelled.
  /// - Parameter endsAll: whether nothing more is to be heard once the line says nothing more.
  package func pump(endsAll: Bool = false) -> Task<Void, Never> {
    let events = line.events
    return Task { [post] in
      for await event in events { post.yield(.line(event)) }
      if endsAll { post.finish() }
    }
  }

  /// Does nothing for an effect that is not the line's.
  package func perform(_ effect: Effect) {
    switch effect {
    case .login(let email, let password): login(email, password)
    case .watch(let days): line.watch(from: days.lowerBound, to: days.upperBound)
    case .send(let command): line.send(command)
    case .hold(let slot): line.hold(slot)
    case .ask(let question): ask(question)
    case .house(let typed, let password):
      Task { [line, post] in
        post.yield(.houseAnswered(await line.page(of: typed, password: password), to: typed))
      }
    case .loginBySetup, .useTheme, .previewTheme, .recallView, .keepView, .copy, .announceArrival,
      .printDay, .redraw,
      .suspend, .quit:
      break
    }
  }

  private func login(_ email: String, _ password: String) {
    Task { [line, post] in
      do {
        post.yield(.loggedIn(try await line.login(email: email, password: password)))
      } catch let failure as LoginFailure {
        post.yield(.loginFailed(failure))
      } catch {
        post.yield(.loginFailed(LoginFailure(.unreachable, "\(error)")))
      }
    }
  }

  private func ask(_ question: Question) {
    Task { [line, post] in
      var randomness = SystemRandomNumberGenerator()
      let answer = await line.answer(question)
      post.yield(.answered(question, answer, id: .random(using: &randomness)))
    }
  }
}
