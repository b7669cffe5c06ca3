import BookingDomain

/// Mistakes that a protocol like ours can have. Each is made at a seam of the real parts, where
/// the simulation hands inputs in and takes outputs out, so that it shows whether the simulation
/// would notice.
enum PlantedBug: String, CaseIterable, Sendable {
  /// The answer leaves before the commit is durable.
  case ackBeforeCommit
  /// `prev` is not looked at, so that a gap passes.
  case skipPrev
  /// A position of another epoch is taken for one of this.
  case dropEpoch
  /// A resent command has a new request id.
  case resendWithNewID
  /// The oldest missed event is left out of the replay.
  case replayPartially
  /// What happened meanwhile is told before the replay.
  case liveBeforeReplay
  /// Commands without an answer are not sent again on the next connection.
  case forgetWaitingAtReconnect
  /// A picture of a booking replaces a newer one.
  case applyOlderVersion
  /// Whoever loses sight of a booking is not told.
  case noGoneOnReassignment
  /// The replay is what the staff may see, whoever asks.
  case maskMissingOnReplay
  /// Request ids do not survive a restart of the server.
  case dedupeOnlyInMemory
  /// Old orders are carried out.
  case ignoreNotAfter
  /// A day's position is read after its rows.
  case positionAfterRows
  /// A snapshot adds to the board and removes nothing.
  case snapshotKeepsVanished
  /// Of a slow reader's waiting news the newest gives way.
  case latestWinsDropsNewest
  /// The rest of a pruned log is taken for all that was missed.
  case replayAfterPruning
  /// A restored backup goes on in the old epoch.
  case restoreKeepsEpoch
  /// Events while a subscription is answered are not kept for afterwards.
  case nothingHeldWhileCatchingUp
  /// A poll that reads of others' events answers with a position past its own.
  case pollSkipsAhead
  /// Live events are masked as for the staff.
  case maskMissingLive
  /// Events are told on top of a picture from before the database went away.
  case liveOnOldPicture
  /// That the database is away is taken for the last word on a command.
  case outageIsFinal
  /// Nobody compares the board with the server's.
  case ignoreDigest
  /// That time was blocked or freed is not told.
  case blocksNotTold
  /// Whoever books does not look at who is off.
  case timeOffNotLookedAt
  /// Nor at when somebody works.
  case shiftsNotLookedAt
  /// The waiting list is told without whoever came last.
  case waitingListIsOld
  /// Of two that changed places one is told.
  case halfOfASwapIsLost
  /// Of several changes that are ordered together the last is left out.
  case halfOfAVisitIsMoved
  /// What an order made is not remembered under its request id.
  case bookingsNotRemembered
}
