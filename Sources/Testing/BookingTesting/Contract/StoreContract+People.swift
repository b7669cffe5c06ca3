import BookingDomain
import BookingStore

extension StoreContract {
  static let sessionPromises = [
    Promise("a session lives until it is closed, also over a restart") {
      let session = StoredSession(
        tokenHash: "ab12", person: ContractSpa.guest, expiry: ContractSpa.moment(12).instant)
      try await $0.store.openSession(session)
      let reopened = try await $0.reopen()
      try await requireEqual(reopened.session(tokenHash: "ab12"), session)
      try await requireEqual(reopened.session(tokenHash: "other"), nil)
      try await reopened.closeSession(tokenHash: "ab12")
      try await requireEqual(reopened.session(tokenHash: "ab12"), nil)
    },
    Promise("of many who come at once each is told the own session, and a stranger none") {
      let store = $0.store
      let sessions = (1...100).map { number in
        StoredSession(
          tokenHash: "hash\(number)",
          person: [ContractSpa.lan, ContractSpa.hoa, ContractSpa.guest][number % 3],
          expiry: ContractSpa.moment(12, number % 60).instant)
      }
      for session in sessions { try await store.openSession(session) }
      try await $0.runForeignSQL(["UPDATE users SET is_active = 0 WHERE user_id = 2"])
      let found = try await withThrowingTaskGroup(of: (Int, StoredSession?).self) { group in
        for number in 1...200 {
          group.addTask { (number, try await store.session(tokenHash: "hash\(number)")) }
        }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      for (number, session) in zip(1..., sessions) {
        let isActive = session.person != ContractSpa.lan
        try requireEqual(found[number], isActive ? session : nil)
      }
      try requireEqual(found.keys.max(), 100)
    },
    Promise("an expired session is returned but not open, and can be extended") {
      let session = StoredSession(
        tokenHash: "ab12", person: ContractSpa.lan, expiry: ContractSpa.moment(9).instant)
      try await $0.store.openSession(session)
      try await requireEqual($0.store.session(tokenHash: "ab12"), session)
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), [])
      try await $0.store.extendSession(tokenHash: "ab12", to: ContractSpa.moment(13).instant)
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), ["ab12"])
    },
    Promise("the sessions of somebody who is deactivated or changes role are not open") {
      for (hash, person) in [
        ("a", ContractSpa.lan), ("b", ContractSpa.hoa), ("c", ContractSpa.guest),
      ] {
        try await $0.store.openSession(
          StoredSession(tokenHash: hash, person: person, expiry: ContractSpa.moment(12).instant))
      }
      try await requireEqual(
        $0.store.openSessionHashes(now: ContractSpa.now.instant), ["a", "b", "c"])
      try await $0.runForeignSQL([
        "UPDATE users SET is_active = 0 WHERE user_id = 2",
        "UPDATE users SET role_id = 2 WHERE user_id = 3",
      ])
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), ["c"])
      try await requireEqual($0.store.session(tokenHash: "a"), nil)
      try await requireEqual($0.store.session(tokenHash: "b"), nil)
    },
    Promise("an account that comes back, or has its role again, brings no session back") {
      for (hash, person) in [
        ("a", ContractSpa.lan), ("b", ContractSpa.hoa), ("c", ContractSpa.guest),
        ("d", ContractSpa.manager),
      ] {
        try await $0.store.openSession(
          StoredSession(
            tokenHash: hash, person: person, expiry: ContractSpa.moment(12).instant,
            passwordSeal: hash == "d" ? PasswordSeal(of: "x") : nil))
      }
      try await requireEqual(
        $0.store.openSessionHashes(now: ContractSpa.now.instant), ["a", "b", "c", "d"])
      // No session is used in between.
      try await $0.runForeignSQL([
        "UPDATE users SET is_active = 0 WHERE user_id = 2",
        "UPDATE users SET is_active = 1 WHERE user_id = 2",
        "UPDATE users SET role_id = 2 WHERE user_id = 3",
        "UPDATE users SET role_id = 4 WHERE user_id = 3",
        "UPDATE customers SET is_active = 0 WHERE customer_id = 5",
        "UPDATE customers SET is_active = 1 WHERE customer_id = 5",
        "UPDATE users SET hash_password = 'new' WHERE user_id = 1",
        "UPDATE users SET hash_password = 'x' WHERE user_id = 1",
      ])
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), [])
      for hash in ["a", "b", "c", "d"] {
        try await requireEqual($0.store.session(tokenHash: hash), nil)
      }
    },
    Promise("a session that was found fallen has ended for good, whatever brings its person back") {
      for (hash, person) in [("a", ContractSpa.lan), ("b", ContractSpa.hoa)] {
        try await $0.store.openSession(
          StoredSession(tokenHash: hash, person: person, expiry: ContractSpa.moment(12).instant))
      }
      // The roles' own table has no trigger of ours.
      try await $0.runForeignSQL(["UPDATE roles SET name = 'CLERK' WHERE role_id = 4"])
      try await requireEqual($0.store.session(tokenHash: "a"), nil)
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), [])
      try await $0.runForeignSQL(["UPDATE roles SET name = 'RECEPTIONIST' WHERE role_id = 4"])
      try await requireEqual($0.store.session(tokenHash: "a"), nil)
      try await requireEqual($0.store.session(tokenHash: "b"), nil)
    },
    Promise("what a session does not rest on may change") {
      try await $0.store.openSession(
        StoredSession(
          tokenHash: "a", person: ContractSpa.lan, expiry: ContractSpa.moment(12).instant,
          passwordSeal: PasswordSeal(of: "$2a$10$lan")))
      try await $0.runForeignSQL([
        "UPDATE users SET full_name = 'Lan Anh', is_active = 1 WHERE user_id = 2",
        "UPDATE users SET is_active = 0 WHERE user_id = 3",
        "UPDATE customers SET is_active = 0 WHERE customer_id = 5",
      ])
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), ["a"])
    },
    Promise("a new password ends the sessions that the old one opened") {
      for (hash, password) in [("old", "hoa"), ("other", nil)] {
        try await $0.store.openSession(
          StoredSession(
            tokenHash: hash, person: ContractSpa.hoa, expiry: ContractSpa.moment(12).instant,
            passwordSeal: password.map { PasswordSeal(of: $0) }))
      }
      try await requireEqual(
        $0.store.openSessionHashes(now: ContractSpa.now.instant), ["old", "other"])
      try await $0.runForeignSQL(["UPDATE users SET hash_password = 'new' WHERE user_id = 3"])
      try await requireEqual($0.store.openSessionHashes(now: ContractSpa.now.instant), ["other"])
      try await requireEqual($0.store.session(tokenHash: "old"), nil)
    },
    Promise("sessions long expired are pruned") {
      try await $0.store.openSession(
        StoredSession(
          tokenHash: "old", person: ContractSpa.lan, expiry: ContractSpa.moment(9).instant))
      try await $0.store.prune(now: ContractSpa.moment(9, 0, day: ContractSpa.date + 2).instant)
      try await requireEqual($0.store.session(tokenHash: "old"), nil)
    },
  ]

  static let accountPromises = [
    Promise("users come before customers of the same e-mail") {
      let account = try requireValue(try await $0.store.account(email: "both@spa.vn"))
      try requireEqual(account.person, ContractSpa.hoa)
      try requireEqual(account.passwordHash, "hoa")
    },
    Promise("an e-mail is found however it is capitalised") {
      let account = try await $0.store.account(email: "LAN@spa.vn")
      try requireEqual(account?.person, ContractSpa.lan)
    },
    Promise("a customer without a password is an account without one") {
      let account = try requireValue(try await $0.store.account(email: "an@mail.vn"))
      try requireEqual(account.person, ContractSpa.guest)
      try requireEqual(account.passwordHash, nil)
      try require(account.isActive, "active")
    },
    Promise("somebody inactive is said to be") {
      try await requireEqual($0.store.account(email: "gone@spa.vn")?.isActive, false)
    },
    Promise("a role without rights here, and nobody, are no account") {
      try await requireEqual($0.store.account(email: "marketing@spa.vn"), nil)
      try await requireEqual($0.store.account(email: "nobody@spa.vn"), nil)
      try await requireEqual($0.store.account(email: "' OR 1=1 --"), nil)
    },
  ]
}
