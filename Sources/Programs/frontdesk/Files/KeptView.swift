import BookingDomain
import Console
import DeskLanguage
import DeskSettings
import Settings

/// The view that a person looked at last on this machine.
struct KeptView {
  private let directory: String?
  private let servers: String

  init(_ settings: DeskSettings, _ environment: Environment) {
    directory = environment.stateHome.map { $0 + "/frontdesk" }
    servers = settings.servers.joined(separator: " ")
  }

  private func file(of person: Person) -> PrivateFile? {
    let owner = FNV1a.digits(of: "\(servers) \(person.id)")
    return directory.map { PrivateFile(path: "\($0)/view-\(owner)") }
  }

  func view(of person: Person) -> DayView? {
    file(of: person)?.read(atMost: 16).flatMap {
      DayView(rawValue: String(decoding: $0, as: UTF8.self))
    }
  }

  func keep(_ view: DayView, of person: Person) {
    file(of: person)?.write(Array(view.rawValue.utf8))
  }
}
