extension [String: String] {
  /// All that a program needs to draw on a common terminal, and nothing of ours.
  package static var terminal: [String: String] {
    [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HOME": (try? TestRun.privateDirectory("home")) ?? "/nowhere",
    ]
  }
}
