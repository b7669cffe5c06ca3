/// What could not be read, in the words of the reply.
package enum MessageProblem: Error, Hashable, Sendable {
  /// Not JSON, not an object, a field missing or of the wrong kind. `detail` names the field and
  /// is for people who write clients.
  case malformed(detail: String)
  case unknownType(String)
}
