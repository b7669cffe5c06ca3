import BookingDomain

/// What it costs to take a word for something. A line is read in the way that costs least as a
/// whole, so that only comparisons mean anything: each number says what it goes before or behind.
/// Two ways that cost the same are asked about. `Tests/DeskLanguageTests/Lines/lines.txt` shows what
/// comes of all of them together.
enum Cost {
  /// It can be nothing else: a whole telephone number, `&`, a name beside such a number.
  static let certain = 0
  /// `at`, `with`, `chị`: passed over at once, but behind a reading that is certain.
  static let joint = 10
  /// `chi` without its mark is a title only where nothing with a meaning is as likely.
  static let unmarkedTitle = 30
  /// `same`, `family`, `nonumber`: a word of the language, before any name that it could be.
  static let fixedWord = 45
  /// `weekend`, `2 khách`: clear to a person, and said in another way.
  static let asked = 20
  /// Dearer than all that a line can mean: a word stays unread where nothing else fits.
  static let unread = 2_000
  /// Behind a name an unknown word is rather a slip than something far-fetched, and still dearer
  /// than one more word of the name.
  static let unreadBehindName = 600

  /// Who it is for.
  enum Guest {
    /// `#2` chooses from a list that is shown.
    static let choice = 20
    static let waiting = 40
    /// Four digits may be a time as well, and are rather that where no guest is missing.
    static let shortTail = 80
    /// `0901 23`: rather a number that is not whole yet than two numbers.
    static let begunPhone = 60
    /// One of the few who can be meant is called so.
    static let nameInList = 20
    /// Any capital may begin a name; what the house calls so goes before.
    static let writtenAsName = 100
    /// The next word with a capital belongs to the name that has begun.
    static let nameGoesOn = 30
    /// Any word may be a name, where nothing else is left.
    static let plainName = 300
    /// Where a therapist was named already, a second such word is rather their name than a guest's.
    static let nameBesideTherapist = 20
    /// Behind an `&` four digits are rather a time, also as the end of a span.
    static let companionsTail = 200
    /// A tail behind digits that were a time: rather the other way round.
    static let tailBehindPlainTime = 30
    /// A line that needs a guest and names nobody: dearer than to take any one word for the name.
    static let missing = 350
    /// Name and number together are said of somebody new, who has a whole number.
    static let nameAndTail = 100
    /// Who waits is named by the list and not once more.
    static let waitingAndNamed = 500
    /// `mai` is tomorrow only where somebody else is the guest: else it is rather their name, but
    /// not where any other word could be it (`missing`).
    static let missingBesideTomorrow = 330
  }

  /// How much of what stands is changed, and by how much.
  enum Change {
    /// `+30m` is nothing else; `+3` is a day.
    static let shift = 40
    /// `only`: no name and no therapist.
    static let scope = 20
  }

  /// Whom, what and in which bed.
  enum House {
    static let bed = 50
    static let payment = 50
    /// `all` is no therapist's name where everybody can be meant.
    static let everybody = 30
    static let exactTherapist = 40
    static let wholeTherapist = 60
    static let begunTherapist = 100
    /// `lan 2`, told apart by a number; of two letters it may be much else.
    static let numberedTherapist = 60
    static let shortNumberedTherapist = 100
    /// `mt60`: letters and length say the service twice.
    static let serviceWithLength = 30
    static let serviceInWords = 50
    static let serviceByName = 80
    static let serviceByInitials = 100
    static let serviceByWord = 120
  }

  /// When and how long.
  enum Time {
    static let fromNow = 40
    /// `13-14`, `after 2`: one idea, likelier than the two times in it.
    static let span = 45
    static let window = 45
    /// `14:30`, `2 pm`, `now`.
    static let clear = 50
    /// `ten to three` is a time of day before it is a span.
    static let spanOrTime = 50
    /// `1430`, `10.10`: a tail of a number, a length or a day as well.
    static let plain = 100
    static let clearLength = 50
    /// `5h` is a time of day first, and so long a treatment only where a time is said already.
    static let hoursLength = 90
    static let longHoursLength = 160
    /// A bare number is a length behind everything else that it may be.
    static let plainLength = 150
    /// A length stands behind its time.
    static let lengthBeforeTime = 60

    /// What a second time costs as the end of a span: it is no likelier than a tail of a number, and
    /// where lines have no spans (`takesSpans`) dearer than a tail with a name (`nameAndTail`).
    static func end(of time: Int, isShort: Bool, takesSpans: Bool) -> Int {
      if time == clear { return takesSpans ? 160 : 260 }
      return takesSpans || time == plain && isShort ? max(150, time + 50) : time + 210
    }
  }

  /// On which day.
  enum Day {
    /// `chiều mai` is nothing else, whoever is called Mai.
    static let inWords = 30
    static let clear = 50
    /// As likely as the therapist Mai (`House.exactTherapist`): it is asked which.
    static let tomorrowOrName = 40
    /// `Mai`, as names are written.
    static let tomorrowWrittenAsName = 120
    /// `mon-fri`, `next week`: one idea, likelier than each of the days in it.
    static let span = 20
    static let orNumber = 100
    /// `& thu`, `with thu` is rather somebody.
    static let behindWith = 60
    /// `thu 6`: six o'clock with Thu goes before.
    static let orHour = 150
  }

  static let weeks = 50
  /// `x6`, `6 times`, and `-3` for the one that is left out: they say themselves what they are.
  static let times = 20
  static let bareWeeks = 60

  /// Why, in any words.
  enum Reason {
    static let word = 150
    /// A number is rather anything else.
    static let number = 400
    /// A day is the day, unless that is said already.
    static let day = 1_900
    /// What follows belongs to the reason that has begun.
    static let goesOn = -95
  }
}
