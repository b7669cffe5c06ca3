import BookingDomain

/// The reference for whoever writes another client: a web shop, a telephone, a script. Made from
/// the list of message types and the samples that the tests pin, so that it cannot say what is not
/// so.
package struct ProtocolReference {
  /// A piece of the reference, for whatever it is set in.
  package enum Piece: Hashable, Sendable {
    case chapter(String)
    case heading(String)
    case paragraph(String)
    case field(FieldNote)
    /// JSON laid out for reading.
    case sample(String)
  }

  package let pieces: [Piece]

  package init() {
    pieces =
      Self.introduction + Self.clientMessages + Self.serverMessages + Self.overHTTP + Self.objects
  }

  private static let introduction: [Piece] = [
    .chapter("CONNECTING"),
    .paragraph(
      "Log in with POST /api/login. The answer's token is the session, also set as the cookie FRONTDESK_SESSION. Open a WebSocket at /websocket/booking/{userType}/{userId} with the cookie, with an Authorization: Bearer header, or send AUTHENTICATE first."
    ),
    .paragraph(
      "Where a WebSocket cannot be had, GET /api/events?after=EPOCH:SEQ&wait=25 answers an array of the same messages, and POST /api/commands takes the same orders."
    ),
    .paragraph(
      "Every message is a JSON object in UTF-8, at most 65,536 bytes: type, data, timestamp (ISO 8601), and id where it is a request or its answer. Events have seq (their position in the log) and prev (the position of the event before it on this subscription: where it is not your last one, something is missing; subscribe again with after)."
    ),
    .paragraph(
      "An order's id is a UUID of your own. The same id again is the same order: it is carried out once, and its first answer is repeated with replayed true, for seven days, over any transport."
    ),
    .chapter("WHAT MAY CHANGE"),
    .paragraph(
      "This is protocol version \(ProtocolVersion.current); CONNECTION_ESTABLISHED says the server's. Within one version a server may add message types, fields, refusal codes and kinds of changes: pass over what you do not know. Nothing is renamed, removed, given another unit or another meaning, and nothing that could be left out becomes necessary. A server of another version is another contract: say so to the person and stop."
    ),
    .paragraph(
      "Numbers outside their range, texts past their limit and days that do not exist are refused with a sentence that names the field."
    ),
  ]

  private static var clientMessages: [Piece] {
    [.chapter("WHAT CLIENTS SEND")]
      + ClientMessageType.allCases.flatMap { type in
        message(
          type.rawValue, [type.summary, "From: \(type.senders)."], type.fields,
          ProtocolSamples.client.filter { $0.type == type }.map(\.bytes))
      }
  }

  private static var serverMessages: [Piece] {
    [.chapter("WHAT THE SERVER SENDS")]
      + ServerMessageType.allCases.flatMap { type in
        message(
          type.rawValue,
          [type.summary, "To: \(type.readers)."]
            + (type.isEvent ? ["An event: seq and prev stand beside data."] : []), type.fields,
          ProtocolSamples.server.filter { $0.type == type }.map(\.bytes))
      }
  }

  private static func message(
    _ name: String, _ paragraphs: [String], _ fields: [FieldNote], _ samples: [[UInt8]]
  ) -> [Piece] {
    [.heading(name)] + paragraphs.map { .paragraph($0) } + fields.map { .field($0) }
      + samples.map(sample)
  }

  private static var overHTTP: [Piece] {
    let pieces: [Piece] = [
      .chapter("OVER HTTP"),
      .paragraph(
        "Paths may have another one before them, as where a proxy adds it. Parameters stand behind ? in the address; dates, times and numbers are written as in messages. What is sent is JSON with Content-Type: application/json."
      ),
      .paragraph(
        "A refusal is \(ExchangeNote.refusal.form): 400 for what cannot be understood, 401 without a session, 403 for what the role may not, 404 for what there is not, 405 for another method, 413 for what is too long, 415 for what is no JSON, 429 for too much at once and 503 while the database or the server is away; with Retry-After it says in how many seconds to ask again."
      ),
    ]
    return pieces + samples(of: ExchangeNote.refusal)
      + ExchangeNote.all.flatMap { exchange in
        var pieces: [Piece] = [
          .heading("\(exchange.method) \(exchange.path)"), .paragraph(exchange.summary),
          .paragraph("For: \(exchange.askers)."),
        ]
        if !exchange.parameters.isEmpty { pieces.append(.paragraph("Parameters:")) }
        pieces += exchange.parameters.map { .field($0) }
        if let sent = exchange.sent {
          pieces += [.paragraph("Sent: \(sent.form).")] + samples(of: sent)
        }
        return pieces + [.paragraph("Answered: \(exchange.answer.form).")]
          + samples(of: exchange.answer)
      }
  }

  private static func samples(of content: ExchangeNote.Content) -> [Piece] {
    ProtocolSamples.bodies.filter { content.samples.contains($0.name) }.map { sample($0.bytes) }
  }

  private static var objects: [Piece] {
    [.chapter("OBJECTS")]
      + (ObjectNote.all + ObjectNote.ofBodies).flatMap { object in
        [.heading(object.name), .paragraph(object.summary)] + object.fields.map { .field($0) }
      }
  }

  private static func sample(_ bytes: [UInt8]) -> Piece { .sample(LaidOutJSON.lay(out: bytes)) }
}

extension FieldNote {
  /// `durationMinutes  minutes, between 1 and 1440; needed: how long`.
  var sentence: String { "\(form)\(isNeeded ? "" : " (may be left out)"): \(meaning)" }
}
