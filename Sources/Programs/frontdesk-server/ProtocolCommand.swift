import ArgumentParser
import BookingProtocol

/// `frontdesk-server protocol`: the reference for whoever writes another client.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "Prints what clients and server say to each other: types, fields, units, samples.")

  @Flag(help: "As a manual page, frontdesk-protocol(7).")
  var man = false

  func run() {
    let reference = ProtocolReference()
    print(man ? reference.manPage : reference.text, terminator: "")
  }
}
