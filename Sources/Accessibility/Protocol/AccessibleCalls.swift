import MessageBus
import Outline

/// The calls that read an accessible.
extension Call {
  init(_ id: NodeID, _ interface: String, _ method: String, _ arguments: [Argument] = []) {
    self.init(bus: id.bus, path: id.path, interface: interface, method: method, arguments: arguments)
  }

  static func property(_ name: String, _ interface: String, of id: NodeID) -> Call {
    property(name, interface: interface, bus: id.bus, path: id.path)
  }

  static func name(of id: NodeID) -> Call { property("Name", Interface.accessible, of: id) }
  static func description(of id: NodeID) -> Call { property("Description", Interface.accessible, of: id) }
  static func childCount(of id: NodeID) -> Call { property("ChildCount", Interface.accessible, of: id) }
  static func parent(of id: NodeID) -> Call { property("Parent", Interface.accessible, of: id) }
  static func role(of id: NodeID) -> Call { Call(id, Interface.accessible, "GetRole") }
  static func states(of id: NodeID) -> Call { Call(id, Interface.accessible, "GetState") }
  static func interfaces(of id: NodeID) -> Call { Call(id, Interface.accessible, "GetInterfaces") }
  static func children(of id: NodeID) -> Call { Call(id, Interface.accessible, "GetChildren") }
  static func relations(of id: NodeID) -> Call { Call(id, Interface.accessible, "GetRelationSet") }
  static func attributes(of id: NodeID) -> Call { Call(id, Interface.accessible, "GetAttributes") }

  static func child(of id: NodeID, at index: Int) -> Call {
    Call(id, Interface.accessible, "GetChildAtIndex", [.int32(Int32(clamping: index))])
  }

  /// The first of what is selected in it.
  static func selectedChild(of id: NodeID) -> Call { Call(id, Interface.selection, "GetSelectedChild", [.int32(0)]) }

  static func extents(of id: NodeID, _ coordinates: CoordinateType) -> Call {
    Call(id, Interface.component, "GetExtents", [.uint32(coordinates.rawValue)])
  }

  static func accessible(in id: NodeID, atX x: Int, y: Int, _ coordinates: CoordinateType) -> Call {
    Call(
      id, Interface.component, "GetAccessibleAtPoint",
      [.int32(Int32(clamping: x)), .int32(Int32(clamping: y)), .uint32(coordinates.rawValue)])
  }

  static func text(of id: NodeID, from start: Int, to end: Int) -> Call {
    Call(id, Interface.text, "GetText", [.int32(Int32(clamping: start)), .int32(Int32(clamping: end))])
  }

  static func cell(of id: NodeID, row: Int, column: Int) -> Call {
    Call(
      id, Interface.table, "GetAccessibleAt", [.int32(Int32(clamping: row)), .int32(Int32(clamping: column))])
  }
}
