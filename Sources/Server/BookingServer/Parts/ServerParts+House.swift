extension ServerParts {
  /// Prices, rooms and beds are no events: whoever asks for a day now gets it as it is now, and every
  /// board compares itself, and asks for a new picture where it is drawn from other facts.
  func houseChanged() async {
    await catchUps.expirePictures()
    digests.expire()
    await questions.changed(by: .wholeHouse)
    hub.onEachSocket { $0.sendDigest() }
  }
}
