/// Where somebody gives an order, and so what is to be typed there for more.
package enum OrderPlace: Sendable {
  case atDesk
  case byProgram

  var users: String { self == .atDesk ? ":users" : "`frontdesk-server user list`" }
  var userOff: String { self == .atDesk ? ":users off" : "`frontdesk-server user off`" }
  var house: String { self == .atDesk ? ":house" : "`frontdesk-server edit list`" }
}
