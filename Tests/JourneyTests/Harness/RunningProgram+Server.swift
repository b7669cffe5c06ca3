import BookingTesting

extension RunningProgram {
  /// A server on a new database in which nothing is set up.
  static func servingEmpty(_ database: String) async throws -> RunningProgram {
    let server = try RunningProgram(
      try BuiltProgram.server.path,
      ["serve", "--create", "--database", database, "--listen", "127.0.0.1:0"])
    _ = try await server.line("ready line") { $0.contains("listening on ") }
    return server
  }
}
