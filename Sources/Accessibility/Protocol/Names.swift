/// Names of the AT-SPI protocol.
enum Interface {
  static let accessible = "org.a11y.atspi.Accessible"
  static let action = "org.a11y.atspi.Action"
  static let application = "org.a11y.atspi.Application"
  static let cache = "org.a11y.atspi.Cache"
  static let collection = "org.a11y.atspi.Collection"
  static let component = "org.a11y.atspi.Component"
  static let editableText = "org.a11y.atspi.EditableText"
  static let selection = "org.a11y.atspi.Selection"
  static let table = "org.a11y.atspi.Table"
  static let image = "org.a11y.atspi.Image"
  static let tableCell = "org.a11y.atspi.TableCell"
  static let text = "org.a11y.atspi.Text"
  static let value = "org.a11y.atspi.Value"
}

enum ObjectPath {
  /// A program's application object, and the registry's list of programs.
  static let root = "/org/a11y/atspi/accessible/root"
  static let cache = "/org/a11y/atspi/cache"
  /// Stands for no object.
  static let null = "/org/a11y/atspi/null"
}

/// What positions are relative to.
enum CoordinateType: UInt32 {
  case screen = 0
  case window = 1
}

/// Kinds of relations between accessibles that are used here.
enum Relation {
  static let labelledBy: UInt32 = 2
}
