/// Which known word somebody meant who mistyped one.
enum Resemblance {
  /// Whether one letter too many, too few, wrong, or two that changed places lie between them.
  static func isSlip(_ typed: String, for word: String) -> Bool {
    let (long, short) = typed.count >= word.count ? (typed, word) : (word, typed)
    guard long.count - short.count <= 1, long != short else { return false }
    let (a, b) = (Array(long), Array(short))
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    // What lies between the same beginning and the same end.
    let (left, right) = (a.count - start - end, b.count - start - end)
    if left <= 1, right <= 1 { return true }
    return left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }
}
