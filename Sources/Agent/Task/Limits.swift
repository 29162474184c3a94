import Model

/// What a task may spend.
package struct Limits: Sendable, Hashable {
  package var money: NanoDollars?
  package var tokens: Int?
  package var turns: Int
  package var images: Int

  /// The most images that any task may send.
  package static let mostImages = 20

  package init(money: NanoDollars? = nil, tokens: Int? = nil, turns: Int = 40, images: Int = mostImages) {
    self.money = money
    self.tokens = tokens
    self.turns = turns
    self.images = max(0, min(images, Self.mostImages))
  }
}
