import Glibc

/// Each connection is an open file, and many systems let a program begin with only 1,024.
package enum FileLimit {
  /// As many as the system allows this user.
  /// - Returns: how many these are.
  @discardableResult
  package static func raise() -> Int {
    var limit = rlimit()
    // Where the system does not say, what it usually gives.
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
    var raised = limit
    raised.rlim_cur = limit.rlim_max
    if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    return Int(clamping: limit.rlim_cur)
  }
}
