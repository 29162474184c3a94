import Geometry
import MessageBus
import Outline
import Testing

@testable import Accessibility

@Suite struct DecodingTests {
  private func value(_ text: String) throws -> Variant { try #require(Variant.parsing(text)) }

  @Test func referenceNamesItsBusAndPath() throws {
    #expect(try value("(':1.4', objectpath '/a/7')").reference == NodeID(bus: ":1.4", path: "/a/7"))
  }

  @Test(arguments: ["(':1.4', objectpath '/org/a11y/atspi/null')", "('', objectpath '/a/7')", "(1, 2)", "'text'"])
  func referenceToNothingIsNil(text: String) throws {
    #expect(try value(text).reference == nil)
  }

  @Test func statesJoinBothWords() throws {
    let states = try value("[uint32 \(1 << 25 | 1 << 30), \(1 << 9)]").states
    #expect(states == [.showing, .visible, .checkable])
  }

  @Test func statesOfNothingAreNone() throws {
    #expect(try value("@au []").states == [])
  }

  @Test func interfacesThatAreNotUsedAreLeftOut() throws {
    let names = try value("['org.a11y.atspi.Action', 'org.a11y.atspi.Collection', 'org.a11y.atspi.Text']")
    #expect(names.interfaces == [.action, .text])
  }

  @Test func rectKeepsNegativePositionsSentAsUnsigned() throws {
    let sent = try value("(uint32 4294967291, uint32 7, uint32 30, uint32 40)")
    #expect(sent.rect == Rect(x: -5, y: 7, width: 30, height: 40))
  }

  @Test(arguments: ["(0, 0, 0, 10)", "(-2147483648, -2147483648, 50, 20)", "(1, 2, 3)", "(100001, 0, 5, 5)"])
  func rectThatIsNowhereIsNil(text: String) throws {
    #expect(try value(text).rect == nil)
  }

  @Test func relationTargetsAreThoseOfItsKind() throws {
    let relations = try value("[(uint32 1, [(':1.1', '/x')]), (2, [(':1.1', '/label')])]")
    #expect(relations.targets(of: Relation.labelledBy).count == 1)
    #expect(relations.targets(of: 9).isEmpty)
  }

  @Test func propertyIsUnboxed() throws {
    #expect(try value("(<'Save'>,)").property?.string == "Save")
    #expect(try value("(<42>,)").property?.string == nil)
  }

  @Test func numbersOfOtherTypesAreNil() throws {
    #expect(try value("'7'").int32 == nil)
    #expect(try value("7").double == nil)
    #expect(try value("7").bool == nil)
  }

  @Test func childBeyondTheEndIsNil() throws {
    #expect(try value("(1, 2)").child(2) == nil)
    #expect(try value("'text'").child(0) == nil)
  }
}
