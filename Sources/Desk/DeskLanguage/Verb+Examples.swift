extension Verb {
  /// Lines that help and manual show: each means something in the demo spa, so that whoever types
  /// what stands there sees it work. The first is the usual one.
  package var examples: [String] {
    switch self {
    case .book:
      [
        "5838 mt60 lan 14:30", "5838", "5838 mt60 lan & minh tomorrow 10",
        "5838 mt60 lan & chân 60 14:30", "5838 chân 60 fri 10h30", "5838 same",
        "5838 mt60 lan* 14:30",
      ]
    case .add: ["chân 60"]
    case .walkIn: ["Hoa 0901234567 mt60", "Hoa mt60 nonumber"]
    case .move:
      [
        "15:30 minh", "fri", "+30m", "15:30 only", "series +30m", "b2", "90m",
        "15:30 // the guest insists",
      ]
    case .service: ["mt90", "mt90 card", "mt90 unpaid"]
    case .swap: ["minh"]
    case .cancel: ["1", "only 1", "series 1", "the guest is ill"]
    case .longer, .shorter: ["15"]
    case .notes: ["comes with a child"]
    case .pay: ["card", "only card"]
    case .block: ["lan 13 30 lunch", "lan tomorrow ill", "lan 24/12-2/1 leave", "all 1/1 Tết"]
    case .unblock: ["lan 13", "lan tomorrow"]
    case .free: ["mt60", "mt60 lan next week", "mt60 afternoon"]
    case .off: ["lan fri", "lan 24/12-2/1 leave", "all 1/1 Tết"]
    case .shift:
      [
        "lan mon-fri 9-17", "lan mon,wed 9-13 15-20", "lan tomorrow 13-20", "lan sat off",
        "lan clear",
      ]
    case .wait: ["5838 mt60 lan 14-18"]
    case .unwait: ["5838"]
    case .wish: ["lan"]
    case .rebook: ["2", "2w x6", "x6 -3"]
    case .reassign: ["lan", "lan 14"]
    case .find: ["emma", "5838"]
    case .guest: ["alert no nuts", "prefers soft pressure", "phone 0901234567"]
    case .task: ["order oil tomorrow 10:00"]
    case .noAnswer: ["engaged"]
    }
  }
}
