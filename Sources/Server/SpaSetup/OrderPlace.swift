/// Where somebody gives an order, and so what is to be typed there for more.
package enum OrderPlace: Sendable {
  case atDesk
  case byProgram

  var users: String { self == .atDesk ? ":users" : "`frontdesk-server user list`" }
  var userOff: String { self == .atDesk ? ":users off" : "`frontdesk-server user off`" }
  var house: String { self == .atDesk ? ":house" : "`frontdesk-server edit list`" }
  var kindOn: String {
    self == .atDesk ? ":house on kind" : "`frontdesk-server edit kind NAME --on`"
  }
  /// With what follows: takes each elsewhere.
  var moves: String { self == .atDesk ? ":move takes" : "`m` at the desk takes" }
  /// With what follows: gives them to others.
  var reassigns: String { self == .atDesk ? ":reassign gives" : "`R` at the desk gives" }
  /// With what follows: let them log in.
  var accounts: String {
    self == .atDesk
      ? "users email and users password" : "`frontdesk-server user edit` and `user password`"
  }
}
