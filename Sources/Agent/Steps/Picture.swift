import Commands
import Model
import Outline
import Screen

/// A picture that was taken, and what it is of.
struct Picture: Sendable {
  /// What it was taken of; nil for the whole window.
  var ref: Ref?
  var window: Window
  var screenshot: Screenshot

  /// Whether it can be pointed into: it is of `ref`, where one is named, and `window` still stands where it stood.
  func shows(_ ref: Ref?, of window: Window) -> Bool {
    (ref == nil || ref == self.ref) && window.id == self.window.id && window.bounds == self.window.bounds
  }
}

extension Screenshot {
  /// What the picture costs as input.
  var tokens: Int { ImageTokens.count(width: width, height: height) }
}
