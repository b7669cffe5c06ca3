import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import SpaSetup

/// `frontdesk-server user`: who may log in.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "The accounts of those who work here: add, list, edit, password, role, off, on.",
    discussion: """
      Works while the server runs. Whoever is switched off, gets another role or another password \
      is logged out within a second.
      """,
    subcommands: [
      Add.self, List.self, Edit.self, SetPassword.self, SetRole.self, Off.self, On.self,
    ])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give somebody an account.",
      discussion: "Without --password-file and --make-password the password is asked for, unseen.")

    @Argument(help: ArgumentHelp("What they log in with.", valueName: "e-mail"))
    var email: String
    @Option(help: "Their name, as the others see it.")
    var name: String
    @Option(help: "admin, manager, receptionist or therapist.")
    var role: Role
    @OptionGroup var treatment: TreatmentOption
    @Option(help: ArgumentHelp("Their phone number.", valueName: "number"))
    var phone: String?
    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      let new = try StaffAccounts.New(
        email: EmailAddress(email), name: name, role: role, phone: phone, does: treatment.does)
      try await options.withStore { store, _ in
        // Whether it can be done is known before anybody types a password.
        try await store.inSnapshot { db in
          if (try? StaffAccounts(db).one(new.email.text)) != nil {
            throw Complaint("\(new.email.text) has an account already.")
          }
        }
        let (chosen, note) = try password.password(for: new.email, named: new.name)
        let hash = try chosen.hash()
        try await store.inTransaction { db in
          try StaffAccounts(db).add(new, hash: hash)
          try HouseChanges(db).add("\(new.name) logs in as \(new.email.text), \(new.role.word).")
        }
        print("\(new.name) logs in as \(new.email.text), \(new.role.word).")
        if role == .therapist, treatment.does == nil {
          print("No treatment can be booked with them until it is said what they do: --does KIND.")
        }
        note.map { print($0) }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Who has an account.")
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withStore { store, _ in
        let all = try await store.inSnapshot { try StaffAccounts($0).all() }
        if all.isEmpty {
          return print("Nobody has an account yet; `frontdesk-server user add` gives one.")
        }
        TextTable(
          ["E-MAIL", "NAME", "ROLE", "DOES", ""],
          all.map {
            [$0.email, $0.name, $0.role.lowercased(), $0.does ?? "", $0.isActive ? "" : "off"]
          }
        ).print()
      }
    }
  }

  struct Edit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give an account another name, e-mail address or phone number.",
      discussion: """
        A therapist without an account stands in `user list` with an address that is nobody's: with \
        another one and a password (`user password`) they can log in.
        """)

    @Argument(help: ArgumentHelp("Whose.", valueName: "e-mail"))
    var email: String
    @Option(help: "Their name, as the others see it.")
    var name: String?
    @Option(help: ArgumentHelp("Their phone number; - for none.", valueName: "number"))
    var phone: String?
    @Option(
      name: .customLong("email"), help: ArgumentHelp("What they log in with.", valueName: "e-mail"))
    var newEmail: String?
    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      guard name != nil || phone != nil || newEmail != nil else {
        throw ValidationError("Say what is to be another: --name, --phone or --email.")
      }
    }

    func run() async throws {
      let changes: [(PersonFact, String)] = [
        name.map { (.name, $0) }, phone.map { (.phone, $0) }, newEmail.map { (.email, $0) },
      ].compactMap(\.self)
      let told = try await options.withStore { store, _ in
        try await store.inTransaction { [email] db in
          let accounts = StaffAccounts(db)
          let account = try accounts.one(email)
          return try changes.map { fact, text in
            let told = try accounts.change(account, fact, to: HouseOrder.something(text))
            try HouseChanges(db).add(told)
            return told
          }
        }
      }
      for sentence in told { print(PlainLine.shown(sentence)) }
    }
  }

  struct SetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "password", abstract: "Give an account another password; ends its sessions.")

    @Argument(help: ArgumentHelp("Whose.", valueName: "e-mail"))
    var email: String
    @OptionGroup var password: PasswordOptions
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withStore { store, _ in
        let account = try await store.inSnapshot { [email] in try StaffAccounts($0).one(email) }
        let (chosen, note) = try password.password(
          for: try EmailAddress(email), named: account.name)
        let hash = try chosen.hash()
        let ended = try await store.inTransaction { db in
          let ended = try StaffAccounts(db).setPassword(of: account, hash: hash)
          try HouseChanges(db).add("\(account.email) has another password.")
          return ended
        }
        print("\(PlainLine.shown(account.name)) has another password; sessions ended: \(ended).")
        note.map { print($0) }
      }
    }
  }

  struct SetRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "role", abstract: "Give an account another role.")

    @Argument(help: ArgumentHelp("Whose.", valueName: "e-mail"))
    var email: String
    @Argument(help: "admin, manager, receptionist or therapist.")
    var role: Role
    @OptionGroup var treatment: TreatmentOption
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withStore { store, setup in
        let today = try await setup.now(at: store).today
        let (account, ahead) = try await store.inTransaction {
          [email, role, does = treatment.does] db in
          let accounts = StaffAccounts(db)
          let account = try accounts.one(email)
          try accounts.setRole(of: account, to: role, does: does)
          try HouseChanges(db).add(
            "\(account.email) is \(role.word) now; was \(account.role.lowercased()).")
          return (account, try accounts.bookingsAhead(of: account, from: today))
        }
        print(
          "\(PlainLine.shown(account.name)) is \(role.word) now; was \(account.role.lowercased()).")
        if role != .therapist { warn(of: ahead, with: account) }
      }
    }
  }

  struct Off: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Switch an account off: its history stays, nobody logs in with it.")
    @Argument(help: ArgumentHelp("Whose.", valueName: "e-mail"))
    var email: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withStore { store, setup in
        let today = try await setup.now(at: store).today
        let (account, ahead) = try await store.inTransaction { [email] db in
          let accounts = StaffAccounts(db)
          let account = try accounts.one(email)
          try accounts.setActive(account, false)
          try HouseChanges(db).add("\(account.email) logs in no more.")
          return (account, try accounts.bookingsAhead(of: account, from: today))
        }
        print("\(PlainLine.shown(account.name)) logs in no more.")
        warn(of: ahead, with: account)
      }
    }
  }

  struct On: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Switch an account on again.")
    @Argument(help: ArgumentHelp("Whose.", valueName: "e-mail"))
    var email: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withStore { store, _ in
        let account = try await store.inTransaction { [email] db in
          let account = try StaffAccounts(db).one(email)
          try StaffAccounts(db).setActive(account, true)
          try HouseChanges(db).add("\(account.email) logs in again.")
          return account
        }
        print("\(PlainLine.shown(account.name)) logs in again, \(account.role.lowercased()).")
      }
    }
  }
}

private func warn(of ahead: Int, with account: StaffAccounts.Listed) {
  guard ahead > 0 else { return }
  print(
    "\(ahead) bookings from today on stand with \(PlainLine.shown(account.name)): give them to others at the desk (R)."
  )
}

extension Role: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(userType: argument.lowercased())
  }

  package static var allValueStrings: [String] {
    Role.allCases.filter { $0 != .customer }.map(\.word)
  }
}

/// What a therapist of the shop's tables has to have.
struct TreatmentOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a therapist does: a kind of treatment by its name or number.", valueName: "kind"))
  var does: String?
}
