import Glibc

/// What is said beside the output: on stderr, behind the program's name.
enum Complaint {
  static func say(_ sentence: String) {
    let line = Array("frontdesk: \(sentence)\n".utf8)
    // There is nobody left to tell if this fails.
    _ = write(STDERR_FILENO, line, line.count)
  }
}
