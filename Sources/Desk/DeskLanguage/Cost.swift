import BookingDomain

/// The cost of each way to read a word. A line is read in the way whose costs add up to the least,
/// so that a number only means something in comparison with others: the lower one wins. Where two
/// ways cost the same, the person is asked. `Tests/DeskLanguageTests/Lines/lines.txt` shows the
/// result of all costs together.
enum Cost {
  /// It can be nothing else: a whole telephone number, `&`, a name beside such a number.
  static let certain = 0
  /// `at`, `with`, `chị`: passed over, unless the word has another certain meaning.
  static let joint = 10
  /// `chi` without its mark is a title only where no other meaning is as likely.
  static let unmarkedTitle = 30
  /// `same`, `family`, `nonumber`: a word of the language, before any name that it could be.
  static let fixedWord = 45
  /// `weekend`, `2 khách`: clear to a person, but it has to be typed in another way.
  static let asked = 20
  /// More than any meaning costs: a word stays unread only where nothing fits.
  static let unread = 2_000
  /// After a name an unknown word is likelier a typing error than something unusual. One more word
  /// of the name costs less.
  static let unreadBehindName = 600

  /// Who it is for.
  enum Guest {
    /// `#2` chooses from a list that is shown.
    static let choice = 20
    static let waiting = 40
    /// Four digits may be a time as well, which is likelier where a guest is named already.
    static let shortTail = 80
    /// `0901 23`: likelier a number that is not typed to its end than two numbers.
    static let begunPhone = 60
    /// One of the few who can be meant is called so.
    static let nameInList = 20
    /// Any word with a capital may begin a name; names of the spa's therapists and services are
    /// likelier.
    static let writtenAsName = 100
    /// The next word with a capital belongs to the name that has begun.
    static let nameGoesOn = 30
    /// Any word may be a name, where nothing else is left.
    static let plainName = 300
    /// Where a therapist was named already, a second such word is likelier a part of their name
    /// than a guest.
    static let nameBesideTherapist = 20
    /// After an `&` four digits are likelier a time, also as the end of a span.
    static let companionsTail = 200
    /// The end of a number after digits that were read as a time: the other way round is likelier.
    static let tailBehindPlainTime = 30
    /// A line that needs a guest and names nobody. To read one of its words as the name costs less.
    static let missing = 350
    /// A name and a number together are typed for a new guest, whose number has to be whole.
    static let nameAndTail = 100
    /// The list already names who waits; nobody types the name again.
    static let waitingAndNamed = 500
    /// Where no guest is named, `mai` is likelier the guest's name than tomorrow; but any other
    /// word that could be the name is likelier still (`missing`).
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
    /// Where everybody can be meant, `all` is no part of a therapist's name.
    static let everybody = 30
    static let exactTherapist = 40
    static let wholeTherapist = 60
    static let begunTherapist = 100
    /// `lan 2`: two of one name are distinguished by a number. A word of two letters with a number
    /// may mean many other things.
    static let numberedTherapist = 60
    static let shortNumberedTherapist = 100
    /// `mt60`: both the letters and the length fit the service.
    static let serviceWithLength = 30
    static let serviceInWords = 50
    static let serviceByName = 80
    static let serviceByInitials = 100
    static let serviceByWord = 120
  }

  /// When and how long.
  enum Time {
    static let fromNow = 40
    /// `13-14`, `after 2`: as one span it is likelier than as two times.
    static let span = 45
    static let window = 45
    /// `14:30`, `2 pm`, `now`.
    static let clear = 50
    /// `ten to three` is likelier a time of day than a span.
    static let spanOrTime = 50
    /// `1430`, `10.10`: may also be the end of a telephone number, a length or a day.
    static let plain = 100
    static let clearLength = 50
    /// `5h` is a time of day; it is the length of a treatment only where a time is typed already.
    static let hoursLength = 90
    static let longHoursLength = 160
    /// A number alone is a length only where it can be nothing else.
    static let plainLength = 150
    /// A length is typed after its time.
    static let lengthBeforeTime = 60

    /// The cost of a second time as the end of a span. It is not likelier than the end of a
    /// telephone number, and where lines have no spans (`takesSpans`) less likely than that with a
    /// name (`nameAndTail`).
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
    /// As likely as the therapist Mai (`House.exactTherapist`): the person is asked which is meant.
    static let tomorrowOrName = 40
    /// `Mai`, as names are written.
    static let tomorrowWrittenAsName = 120
    /// `mon-fri`, `next week`: as one span it is likelier than as single days.
    static let span = 20
    static let orNumber = 100
    /// `& thu`, `with thu` is likelier a person.
    static let behindWith = 60
    /// `9h sáng thứ sáu`: the part of the day belongs to the time before it.
    static let partBehindTime = 5
    /// `thu 6`: six o'clock with Thu is likelier.
    static let orHour = 150
  }

  static let weeks = 50
  /// `x6`, `6 times`, and `-3` for the one that is left out: they say themselves what they are.
  static let times = 20
  static let bareWeeks = 60

  /// Why, in any words.
  enum Reason {
    static let word = 150
    /// A number is likelier anything else than a reason.
    static let number = 400
    /// A word for a day is the day, unless a day is typed already.
    static let day = 1_900
    /// What follows belongs to the reason that has begun.
    static let goesOn = -95
  }
}
