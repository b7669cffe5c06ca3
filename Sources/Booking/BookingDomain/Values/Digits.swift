/// A decimal number of digits only: no sign, no space, nothing beyond ASCII.
func digits(_ text: Substring) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}

func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// The numbers in a text of exactly this form, where `0` is any digit and all else is itself; those
/// that the form does not have are 0. Bytes and not characters: every row has dates and times.
func numbers(_ text: String, _ form: StaticString) -> (Int, Int, Int)? {
  guard text.utf8.count == form.utf8CodeUnitCount else { return nil }
  var numbers = (0, 0, 0)
  var place = 0
  for (index, byte) in text.utf8.enumerated() {
    let wanted = form.utf8Start[index]
    guard wanted == UInt8(ascii: "0") else {
      guard byte == wanted else { return nil }
      place += 1
      continue
    }
    guard (0x30...0x39).contains(byte) else { return nil }
    let digit = Int(byte - 0x30)
    switch place {
    case 0: numbers.0 = numbers.0 * 10 + digit
    case 1: numbers.1 = numbers.1 * 10 + digit
    default: numbers.2 = numbers.2 * 10 + digit
    }
  }
  return numbers
}
